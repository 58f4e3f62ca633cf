/**
 * Losses with their gradients, and the list of them with formulas. Predictions and targets are vectors, or matrices with an example per row.
 * The losses themselves are in {@code org.mlmath.numerics.learning}; start with {@link org.mlmath.calculus.loss.LossName}.
 */
package org.mlmath.calculus.loss;
