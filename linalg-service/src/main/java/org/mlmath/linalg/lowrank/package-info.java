/**
 * Matrices, and pictures, approximated by ones of lower rank.
 *
 * <p>Errors are Frobenius norms; energy is the share of the sum of the squared singular values, so that energy + relativeError² = 1.
 *
 * <p>Start reading at {@link org.mlmath.linalg.lowrank.LowRank}.
 */
package org.mlmath.linalg.lowrank;
