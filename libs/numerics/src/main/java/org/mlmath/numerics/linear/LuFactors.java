package org.mlmath.numerics.linear;

/** P·A = L·U, ready to solve with. */
public interface LuFactors {
    /** @return whether a pivot is exactly zero: then there is nothing to solve with and {@link #rcond} is 0 */
    boolean singular();

    /** @return an estimate, at most a small factor too large, of 1/(‖A‖₁·‖A⁻¹‖₁) */
    double rcond();

    /** @return X with A·X = B */
    Matrix solve(Matrix b);
}
