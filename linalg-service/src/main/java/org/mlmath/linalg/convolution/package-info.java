/**
 * Convolution as neural networks mean it, as the matrix product behind it.
 *
 * <p>Start reading at {@link org.mlmath.linalg.convolution.CrossCorrelation}.
 */
package org.mlmath.linalg.convolution;
