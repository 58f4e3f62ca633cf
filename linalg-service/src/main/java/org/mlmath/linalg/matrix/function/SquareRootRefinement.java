package org.mlmath.linalg.matrix.function;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Residual;

/**
 * Newton's corrections of a square root: X·E + E·X = A − X², with the residual in twice the working precision. Rounding in the Schur form
 * is multiplied by the condition of the root; each correction takes as much of it away again as the condition leaves digits.
 *
 * <p>The equation is solved on the triangle of X in the basis of the Schur vectors, O(n³). Source: Higham, <i>Functions of
 * Matrices</i>, §6.3 and §6.6.
 */
final class SquareRootRefinement {
    private static final int MOST_CORRECTIONS = 4;

    /** Of larger matrices the residual takes too long. */
    private static final double MOST_ROWS = Math.cbrt(Residual.AFFORDABLE);

    private SquareRootRefinement() {}

    /**
     * @param root the triangle of X, none of whose diagonal entries are 0
     * @param x first approximation
     */
    static ComplexMatrix of(Matrix a, TriangularForm form, ComplexTriangle root, ComplexMatrix x, Deadline deadline) {
        if (a.rows() > MOST_ROWS) {
            return x;
        }
        ComplexMatrix best = x;
        double last = size(x.re(), x.im());
        for (int k = 0; k < MOST_CORRECTIONS; k++) {
            deadline.check();
            ComplexMatrix correction = form.restore(root.sylvester(form.inBasis(residual(a, best)), deadline));
            double size = size(correction.re(), correction.im());
            if (!(size < last / 2)) { // what is left is rounding, or the first approximation too far away
                return best;
            }
            best = new ComplexMatrix(
                    a.rows(),
                    a.rows(),
                    sum(best.re(), correction.re()),
                    best.isComplex() ? sum(best.im(), correction.im()) : null);
            last = size;
        }
        return best;
    }

    private static ComplexMatrix residual(Matrix a, ComplexMatrix x) {
        int n = a.rows();
        Matrix re = new Matrix(n, n, x.re());
        if (!x.isComplex()) {
            return new ComplexMatrix(n, n, Residual.of(re, re, a).values(), null);
        }
        // (X + iY)² = X·X − Y·Y + i·(X·Y + Y·X), each part as one product
        double[] negated = Arrays.stream(x.im()).map(value -> -value).toArray();
        Matrix zero = new Matrix(n, n, new double[n * n]);
        Matrix real = Residual.of(beside(n, x.re(), negated), above(n, x.re(), x.im()), a);
        Matrix imaginary = Residual.of(beside(n, x.re(), x.im()), above(n, x.im(), x.re()), zero);
        return new ComplexMatrix(n, n, real.values(), imaginary.values());
    }

    private static Matrix beside(int n, double[] left, double[] right) {
        double[] values = new double[2 * n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(left, i * n, values, 2 * i * n, n);
            System.arraycopy(right, i * n, values, (2 * i + 1) * n, n);
        }
        return new Matrix(n, 2 * n, values);
    }

    private static Matrix above(int n, double[] upper, double[] lower) {
        double[] values = Arrays.copyOf(upper, 2 * n * n);
        System.arraycopy(lower, 0, values, n * n, n * n);
        return new Matrix(2 * n, n, values);
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    private static double size(double[] re, double[] im) {
        double real = Matrix.column(re).frobeniusNorm();
        return im == null ? real : Math.hypot(real, Matrix.column(im).frobeniusNorm());
    }
}
