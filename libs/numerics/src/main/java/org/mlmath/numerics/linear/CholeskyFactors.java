package org.mlmath.numerics.linear;

/** A = L·Lᵀ, ready to solve with. */
public interface CholeskyFactors {
    /** @return L, zero above its positive diagonal */
    Matrix l();

    /** @return an estimate, at most a small factor too large, of 1/(‖A‖₁·‖A⁻¹‖₁) */
    double rcond();

    /** @return X with A·X = B */
    Matrix solve(Matrix b);
}
