package org.mlmath.numerics.linear;

/**
 * A[permutation] = L·U of an m×n matrix, k = min(m, n).
 *
 * @param permutation the row of A that stands at each place
 * @param l m×k, 1 on the diagonal, 0 above, nothing larger than 1 below
 * @param u k×n, 0 below the diagonal
 * @param rcond an estimate, at most a small factor too large, of 1/(‖A‖₁·‖A⁻¹‖₁), 0 for a singular matrix; NaN where A is not square
 */
public record LuTriangles(int[] permutation, Matrix l, Matrix u, double rcond) {}
