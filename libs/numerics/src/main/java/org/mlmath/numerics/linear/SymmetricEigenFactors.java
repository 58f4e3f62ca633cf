package org.mlmath.numerics.linear;

/**
 * A = Z·diag(w)·Zᵀ.
 *
 * @param values ascending
 * @param vectors orthonormal columns, or null when none were asked for
 */
public record SymmetricEigenFactors(double[] values, Matrix vectors) {}
