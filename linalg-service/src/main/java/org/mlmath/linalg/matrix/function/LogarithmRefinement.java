package org.mlmath.linalg.matrix.function;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.Matrix;

/**
 * Newton's corrections of a logarithm: E = L(A, A − e^X), with the exponential in twice the working precision. L is the derivative of the
 * logarithm at A in the direction of what is missing, which is the upper right block of log [A, R; 0, A]; in the basis of the Schur vectors
 * that is a triangle again.
 *
 * <p>Source: Higham, <i>Functions of Matrices</i>, §3.1 (theorem 3.6) and §11.8.
 */
final class LogarithmRefinement {
    private static final int MOST_CORRECTIONS = 4;

    private LogarithmRefinement() {}

    /** @param x first approximation */
    static ComplexMatrix of(Matrix a, TriangularForm form, ComplexMatrix x, Deadline deadline) {
        ComplexMatrix best = x;
        double last = size(x.re(), x.im());
        for (int k = 0; k < MOST_CORRECTIONS; k++) {
            ComplexMatrix residual = residual(a, best, deadline);
            double missing = size(residual.re(), residual.im());
            if (missing == 0 || !Double.isFinite(missing)) {
                return best;
            }
            ComplexMatrix correction = form.restore(derivative(form.t(), form.inBasis(residual), deadline));
            double size = size(correction.re(), correction.im());
            boolean rounding = size <= 0x1p-53 * size(best.re(), best.im());
            if (rounding || !(size < last / 2)) { // or the first approximation is too far away
                return best;
            }
            best = new ComplexMatrix(
                    a.rows(),
                    a.rows(),
                    sum(best.re(), correction.re(), size * size),
                    best.isComplex() ? sum(best.im(), correction.im(), size * size) : null);
            last = size;
        }
        return best;
    }

    /** @return A − e^X */
    private static ComplexMatrix residual(Matrix a, ComplexMatrix x, Deadline deadline) {
        int n = a.rows();
        if (!x.isComplex()) {
            double[] re = DoubledExponential.residual(a, new Matrix(n, n, x.re()), deadline)
                    .values();
            return new ComplexMatrix(n, n, re, null);
        }
        // A real matrix of twice the order, [X, −Y; Y, X], does what X + iY does.
        double[] twice = new double[4 * n * n];
        double[] target = new double[4 * n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int at = i * n + j;
                int upper = 2 * i * n + j;
                int lower = 2 * (n + i) * n + j;
                twice[upper] = x.re()[at];
                twice[lower + n] = x.re()[at];
                twice[upper + n] = -x.im()[at];
                twice[lower] = x.im()[at];
                target[upper] = a.values()[at];
                target[lower + n] = a.values()[at];
            }
        }
        double[] both = DoubledExponential.residual(
                        new Matrix(2 * n, 2 * n, target), new Matrix(2 * n, 2 * n, twice), deadline)
                .values();
        double[] re = new double[n * n];
        double[] im = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(both, 2 * i * n, re, i * n, n);
            System.arraycopy(both, 2 * (n + i) * n, im, i * n, n);
        }
        return new ComplexMatrix(n, n, re, im);
    }

    /** Linear in R, which is brought to the size of T first. */
    private static ComplexTriangle derivative(ComplexTriangle t, ComplexTriangle r, Deadline deadline) {
        int n = t.n();
        int exponent = Math.getExponent(size(r.re(), r.im())) - Math.getExponent(size(t.re(), t.im()));
        ComplexTriangle block = ComplexTriangle.zero(2 * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int at = i * n + j;
                int upper = 2 * i * n + j;
                int lower = 2 * (n + i) * n + n + j;
                if (j >= i) {
                    block.re()[upper] = t.re()[at];
                    block.im()[upper] = t.im()[at];
                    block.re()[lower] = t.re()[at];
                    block.im()[lower] = t.im()[at];
                }
                block.re()[upper + n] = Math.scalb(r.re()[at], -exponent);
                block.im()[upper + n] = Math.scalb(r.im()[at], -exponent);
            }
        }
        ComplexTriangle log = Logarithm.of(block, deadline);
        ComplexTriangle derivative = ComplexTriangle.zero(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                derivative.re()[i * n + j] = Math.scalb(log.re()[2 * i * n + n + j], exponent);
                derivative.im()[i * n + j] = Math.scalb(log.im()[2 * i * n + n + j], exponent);
            }
        }
        return derivative;
    }

    /** @param error of a correction, which is linear where the logarithm is not; zeros stay that only this would change */
    private static double[] sum(double[] x, double[] correction, double error) {
        double[] sum = x.clone();
        for (int i = 0; i < sum.length; i++) {
            if (sum[i] != 0 || Math.abs(correction[i]) > error) {
                sum[i] += correction[i];
            }
        }
        return sum;
    }

    private static double size(double[] re, double[] im) {
        double real = Matrix.column(re).frobeniusNorm();
        return im == null ? real : Math.hypot(real, Matrix.column(im).frobeniusNorm());
    }
}
