package org.mlmath.numerics.linear;

/**
 * A[:, permutation] = Q·R.
 *
 * @param q orthonormal columns
 * @param r upper triangular (trapezoidal), diagonal of either sign
 * @param permutation column of A that stands at each place, or null without pivoting
 */
public record QrFactors(Matrix q, Matrix r, int[] permutation) {}
