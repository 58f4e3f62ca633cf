package org.mlmath.numerics.linear;

/**
 * A = Q·H·Qᵀ.
 *
 * @param q n×n, orthogonal, with the first unit vector as its first column and row
 * @param h n×n, 0 below the first subdiagonal
 */
public record HessenbergFactors(Matrix q, Matrix h) {}
