/**
 * What learning from data is made of: activations and losses with their derivatives. Batches are row-major, an example per row.
 * Start with {@link org.mlmath.numerics.learning.Activation} and {@link org.mlmath.numerics.learning.Loss}.
 */
package org.mlmath.numerics.learning;
