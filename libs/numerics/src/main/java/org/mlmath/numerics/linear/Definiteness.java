package org.mlmath.numerics.linear;

import org.mlmath.numerics.MathException;
import org.mlmath.numerics.NotPositiveDefiniteException;

/** The one way in which kernels say that a Cholesky factorisation does not exist. */
final class Definiteness {
    private Definiteness() {}

    /** @param order of the leading minor that fails, from 1 */
    static MathException lacking(Matrix a, int order) {
        return new NotPositiveDefiniteException(
                        "The matrix is %s and symmetric but not positive definite: its leading minor of order %d is not positive."
                                .formatted(a.shape(), order))
                .with("leadingMinor", order);
    }
}
