package org.mlmath.numerics.linear;

/**
 * A = Z·T·Zᵀ, the real Schur form.
 *
 * @param z n×n, orthogonal
 * @param t n×n, upper triangular but for blocks of order 2 along the diagonal, one for each pair of complex eigenvalues: its diagonal
 *     entries are equal and the other two have opposite signs, so that λ = tᵢᵢ ± i·√(−tᵢⱼ·tⱼᵢ)
 */
public record SchurFactors(Matrix z, Matrix t) {}
