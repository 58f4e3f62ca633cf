package org.mlmath.calculus.program;

import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.optimization.program.Constraints;

/** The constraints of a request, made sure that they fit each other. */
final class GivenConstraints {
    private GivenConstraints() {}

    /**
     * @param n number of variables
     * @param standard the lower bound of variables where no bounds are given
     * @throws MathException at the field of the request that does not fit
     */
    static Constraints of(
            int n, Matrix aUb, double[] bUb, Matrix aEq, double[] bEq, VariableBounds bounds, double standard) {
        if (n == 0) {
            throw new InsufficientDataException("There are no variables.").at("/c");
        }
        Matrix none = new Matrix(0, n, new double[0]);
        require(n, aUb, bUb, "aUb", "bUb");
        require(n, aEq, bEq, "aEq", "bEq");
        double[] lower;
        double[] upper;
        try {
            lower = bounds == null ? VariableBounds.all(n, standard) : bounds.side(false, n);
            upper = bounds == null ? VariableBounds.all(n, Double.POSITIVE_INFINITY) : bounds.side(true, n);
        } catch (DimensionMismatchException e) {
            throw e.at("/bounds");
        }
        return new Constraints(
                aUb == null ? none : aUb,
                bUb == null ? new double[0] : bUb,
                aEq == null ? none : aEq,
                bEq == null ? new double[0] : bEq,
                lower,
                upper);
    }

    private static void require(int n, Matrix a, double[] b, String nameOfA, String nameOfB) {
        if ((a == null) != (b == null)) {
            String missing = a == null ? nameOfA : nameOfB;
            throw new DimensionMismatchException(
                            "%s and %s belong together: %s is missing.".formatted(nameOfA, nameOfB, missing))
                    .at("/" + missing);
        }
        if (a != null && a.columns() != n && a.rows() > 0) {
            throw new DimensionMismatchException(
                            "%s is %s, and there are %d variables.".formatted(nameOfA, a.shape(), n))
                    .at("/" + nameOfA);
        }
        if (a != null && a.rows() != b.length) {
            throw new DimensionMismatchException(
                            "%s has %d entries for the %d rows of %s.".formatted(nameOfB, b.length, a.rows(), nameOfA))
                    .at("/" + nameOfB);
        }
    }
}
