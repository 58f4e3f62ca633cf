package org.mlmath.linalg.matrix.algebra;

import org.mlmath.linalg.matrix.Overflow;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Residual;

/**
 * C = A·B, cᵢⱼ = Σₖ aᵢₖ·bₖⱼ, of an m×k and a k×n matrix.
 *
 * <p>Up to {@value #DOUBLED_UP_TO} terms in all the sums run in twice the precision, so that every entry is rounded once; above, they
 * are the kernel's, with ‖C − A·B‖_F ≤ γₖ·‖A‖_F·‖B‖_F, γₖ = k·u/(1 − k·u), u = 2⁻⁵³. A sum that overflows on its way to a number that is
 * none too large is computed again on scaled matrices. Source: Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd
 * ed., §3.5; Ogita, Rump and Oishi (2005) for the precision.
 */
final class Product {
    private static final int DOUBLED_UP_TO = 32_768;

    private static final double UNIT = 0x1p-53;

    private Product() {}

    /** @return m×n; infinite or NaN only where the true entry is too large */
    static Matrix of(Matrix a, Matrix b) {
        Matrix product = plain(a, b);
        return Overflow.count(product.values()) == 0 ? product : rescued(a, b, product);
    }

    /** @return a bound on ‖C − A·B‖_F / (‖A‖_F·‖B‖_F), to first order in u, short of rounding the entries of C */
    static double errorFactor(Matrix a, Matrix b) {
        double k = a.columns();
        return doubled(a, b) ? 2 * k * k * UNIT * UNIT : k * UNIT;
    }

    /** @return ‖C − A·B‖_F / ‖C‖_F at most; infinite or NaN where nothing can be said */
    static double relativeError(Matrix a, Matrix b, Matrix product) {
        double scale = a.frobeniusNorm() * (b.frobeniusNorm() / product.frobeniusNorm());
        return (doubled(a, b) ? UNIT : 0) + errorFactor(a, b) * scale;
    }

    private static boolean doubled(Matrix a, Matrix b) {
        return (double) a.rows() * a.columns() * b.columns() <= DOUBLED_UP_TO;
    }

    private static Matrix plain(Matrix a, Matrix b) {
        if (!doubled(a, b)) {
            return Kernels.current().multiply(a, b);
        }
        int m = a.rows();
        int n = b.columns();
        double[] product =
                Residual.of(a, b, new Matrix(m, n, new double[m * n])).values();
        for (int i = 0; i < product.length; i++) {
            product[i] = 0.0 - product[i]; // of a residual 0 − A·B, and never −0
        }
        return new Matrix(m, n, product);
    }

    private static Matrix rescued(Matrix a, Matrix b, Matrix product) {
        int exponentOfA = Math.getExponent(a.maxAbs());
        int exponentOfB = Math.getExponent(b.maxAbs());
        double[] scaled = plain(times(a, -exponentOfA), times(b, -exponentOfB)).values();
        double[] entries = product.values().clone();
        for (int i = 0; i < entries.length; i++) {
            if (!Double.isFinite(entries[i])) {
                entries[i] = Math.scalb(scaled[i], exponentOfA + exponentOfB);
            }
        }
        return new Matrix(product.rows(), product.columns(), entries);
    }

    /** @return 2^exponent·A */
    static Matrix times(Matrix a, int exponent) {
        if (exponent == 0) {
            return a;
        }
        double[] values = a.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.scalb(values[i], exponent);
        }
        return new Matrix(a.rows(), a.columns(), values);
    }
}
