package org.mlmath.numerics.linear;

/**
 * A[permutation][:, permutation] = L·D·Lᵀ of a symmetric matrix.
 *
 * @param permutation the row, and column, of A that stands at each place
 * @param l n×n, 1 on the diagonal, 0 above, and 0 below the diagonal inside the blocks of D
 * @param d n×n, symmetric, with blocks of order 1 and 2 along the diagonal
 */
public record LdlFactors(int[] permutation, Matrix l, Matrix d) {}
