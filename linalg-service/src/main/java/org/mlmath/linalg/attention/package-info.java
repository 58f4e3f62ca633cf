/**
 * Scaled dot-product attention, the step at the heart of a transformer.
 *
 * <p>Start reading at {@link org.mlmath.linalg.attention.DotProductAttention}.
 */
package org.mlmath.linalg.attention;
