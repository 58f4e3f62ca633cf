package org.mlmath.linalg.matrix.function;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Equilibration;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * e^A by scaling and squaring: the [13/13] Padé approximant of e^(A/2ˢ), squared s times. s follows from the norms of powers of A, which
 * for a matrix far from normal are much below those that ‖A‖ allows, so that it is not scaled for nothing.
 *
 * <p>Source: Al-Mohy and Higham, <i>A new scaling and squaring algorithm for the matrix exponential</i>, SIAM J. Matrix Anal. Appl. 31
 * (2009), algorithm 5.1, with exact norms and always of degree 13: lower degrees would save products, nothing else.
 */
final class Exponential {
    /** The coefficients of the numerator, lowest first, over the first: then none is beyond the scale of its power of A. */
    private static final double[] B = overTheFirst(
            64764752532480000.0,
            32382376266240000.0,
            7771770303897600.0,
            1187353796428800.0,
            129060195264000.0,
            10559470521600.0,
            670442572800.0,
            33522128640.0,
            1323241920.0,
            40840800.0,
            960960.0,
            16380.0,
            182.0,
            1.0);

    /** Up to this the approximant's backward error is below the unit roundoff. */
    private static final double THETA = 4.25;

    /** log₂ of (13!)²/(26!·27!), the first coefficient of the backward error. */
    private static final double LOG_COEFFICIENT = log2Coefficient();

    /** Beyond so many squarings everything has overflowed or vanished. */
    private static final int MOST_SQUARINGS = 1100;

    private Exponential() {}

    /** @return n×n, not finite where it overflows */
    static Matrix of(Matrix a, Deadline deadline) {
        Kernel kernel = Kernels.current();
        int n = a.rows();
        int first = a.maxAbs() < 0x1p60 ? 0 : Math.getExponent(a.maxAbs()); // so that its powers do not overflow
        Matrix scaled = times(a, first);
        Matrix a2 = kernel.multiply(scaled, scaled);
        Matrix a4 = kernel.multiply(a2, a2);
        Matrix a6 = kernel.multiply(a4, a2);
        deadline.check();
        double d6 = Math.pow(a6.oneNorm(), 1.0 / 6);
        double d8 = Math.pow(kernel.multiply(a4, a4).oneNorm(), 1.0 / 8);
        double d10 = Math.pow(kernel.multiply(a4, a6).oneNorm(), 1.0 / 10);
        double eta = Math.min(Math.max(d6, d8), Math.max(d8, d10));
        int s = eta == 0 ? 0 : Math.max(0, first + (int) Math.ceil(Math.log(eta / THETA) / Math.log(2)));
        s += more(times(a, s));
        int left = s - first;
        Matrix power = pade(kernel, n, times(a, s), times(a2, 2 * left), times(a4, 4 * left), times(a6, 6 * left));
        for (int k = 0; k < Math.min(MOST_SQUARINGS, s); k++) {
            deadline.check();
            power = kernel.multiply(power, power);
        }
        return power;
    }

    /**
     * r(A) = (V − U)⁻¹(V + U) = I + (V − U)⁻¹·2U, U the odd part and V the even one: what is added to I is rounded at its own size.
     */
    private static Matrix pade(Kernel kernel, int n, Matrix a, Matrix a2, Matrix a4, Matrix a6) {
        Matrix identity = Matrix.identity(n);
        Matrix odd = sum(
                kernel.multiply(a6, combination(new double[] {B[13], B[11], B[9]}, a6, a4, a2)),
                combination(new double[] {B[7], B[5], B[3], B[1]}, a6, a4, a2, identity));
        Matrix u = kernel.multiply(a, odd);
        Matrix v = sum(
                kernel.multiply(a6, combination(new double[] {B[12], B[10], B[8]}, a6, a4, a2)),
                combination(new double[] {B[6], B[4], B[2], B[0]}, a6, a4, a2, identity));
        // Of a matrix far from normal V − U may have entries of 1e300 beside its ones.
        Equilibration scale = Equilibration.of(combination(new double[] {1, -1}, v, u));
        Equilibration.RightHandSide rhs = scale.rightHandSide(combination(new double[] {2}, u));
        Matrix rest = scale.solution(kernel.lu(scale.scaled()).solve(rhs.matrix()), rhs);
        return sum(identity, rest);
    }

    /** Squarings that the approximant needs on top, where |A| is much larger than A in its powers. */
    private static int more(Matrix a) {
        double norm = a.oneNorm();
        if (norm == 0) {
            return 0;
        }
        int n = a.rows();
        double[] sums = new double[n]; // of the columns of |A|^27, as 2^exponent·sums
        Arrays.fill(sums, 1);
        double log = 0;
        for (int k = 0; k < 27; k++) {
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[j] += sums[i] * Math.abs(a.get(i, j));
                }
            }
            double max = Matrix.column(next).maxAbs();
            if (max == 0) {
                return 0;
            }
            for (int j = 0; j < n; j++) {
                next[j] /= max;
            }
            log += Math.log(max) / Math.log(2);
            sums = next;
        }
        double alpha = LOG_COEFFICIENT + log - Math.log(norm) / Math.log(2);
        return Math.max(0, (int) Math.ceil((alpha + 53) / 26));
    }

    private static double[] overTheFirst(double... coefficients) {
        return Arrays.stream(coefficients).map(b -> b / coefficients[0]).toArray();
    }

    private static double log2Coefficient() {
        double log = 0;
        for (int k = 2; k <= 27; k++) {
            double weight = (k <= 13 ? 2 : 0) - (k <= 26 ? 1 : 0) - 1;
            log += weight * Math.log(k);
        }
        return log / Math.log(2);
    }

    /** @return A/2^exponent */
    private static Matrix times(Matrix a, int exponent) {
        if (exponent == 0) {
            return a;
        }
        double[] values = a.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.scalb(values[i], -exponent);
        }
        return new Matrix(a.rows(), a.columns(), values);
    }

    private static Matrix sum(Matrix a, Matrix b) {
        return combination(new double[] {1, 1}, a, b);
    }

    private static Matrix combination(double[] factors, Matrix... matrices) {
        double[] sum = new double[matrices[0].values().length];
        for (int k = 0; k < factors.length; k++) {
            double[] values = matrices[k].values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += factors[k] * values[i];
            }
        }
        return new Matrix(matrices[0].rows(), matrices[0].columns(), sum);
    }
}
