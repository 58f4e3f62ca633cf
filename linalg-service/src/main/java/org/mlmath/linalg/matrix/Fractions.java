package org.mlmath.linalg.matrix;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.ExactRank;
import org.mlmath.numerics.exact.ExactSystem;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Matrix;

/** A matrix as it was written: in fractions, which are for matrices of moderate size. */
public final class Fractions {
    /** Up to this many rows and columns "singular" is decided without rounding, and exact arithmetic is to be had. */
    public static final int UP_TO = 64;

    private Fractions() {}

    /** @throws org.mlmath.numerics.InvalidParameterException if a text is not a number, at its entry */
    public static RationalMatrix of(Matrix a) {
        try {
            return RationalMatrix.of(a);
        } catch (MathException e) {
            throw e.at("/matrix");
        }
    }

    /** @return whether elimination in fractions has an end that is worth waiting for */
    public static boolean bearable(Matrix a) {
        return Math.max(a.rows(), a.columns()) <= UP_TO && ExactCost.of(a).bearable();
    }

    /** @throws LimitExceededException if elimination in fractions would take too long, or its numbers too much memory */
    public static void requireBearable(Matrix a) {
        if (Math.max(a.rows(), a.columns()) > UP_TO) {
            throw new LimitExceededException("Exact arithmetic takes up to %d rows and columns; this matrix is %s."
                            .formatted(UP_TO, a.shape()))
                    .at("/matrix")
                    .with("limit", UP_TO);
        }
        if (!ExactCost.of(a).bearable()) {
            throw new LimitExceededException(
                            "The numbers would grow too long: those of this %s matrix have too many digits, or exponents too far apart."
                                    .formatted(a.shape()))
                    .at("/matrix");
        }
    }

    /** @return the rank without rounding */
    public static int rank(RationalMatrix a, Deadline deadline) {
        return ExactRank.of(a, deadline).orElseGet(() -> {
            RationalMatrix zero = RationalMatrix.of(new Matrix(a.rows(), 1, new double[a.rows()]));
            return ExactSystem.solve(a, zero, deadline).rank();
        });
    }
}
