package org.mlmath.numerics.linear;

/**
 * A = U·diag(σ)·Vᵀ.
 *
 * @param u m×k (thin) or m×m (full), orthonormal columns; null when no vectors were asked for
 * @param singularValues k = min(m, n) of them, descending
 * @param vt k×n or n×n, orthonormal rows; null when no vectors were asked for
 */
public record SvdFactors(Matrix u, double[] singularValues, Matrix vt) {}
