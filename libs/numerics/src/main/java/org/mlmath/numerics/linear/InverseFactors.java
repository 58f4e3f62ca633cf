package org.mlmath.numerics.linear;

/**
 * An inverse, as rounding leaves it.
 *
 * @param inverse n×n, or null where a pivot is exactly zero
 * @param rcond 1/(‖A‖₁·‖A⁻¹‖₁), 0 for a singular matrix and where the inverse overflows
 */
public record InverseFactors(Matrix inverse, double rcond) {

    static InverseFactors of(Matrix a, Matrix inverse) {
        double rcond = 1 / inverse.oneNorm() / a.oneNorm();
        return new InverseFactors(inverse, rcond <= 1 ? rcond : rcond > 1 ? 1 : 0);
    }
}
