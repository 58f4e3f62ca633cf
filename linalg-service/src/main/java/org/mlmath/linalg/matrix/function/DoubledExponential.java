package org.mlmath.linalg.matrix.function;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

/**
 * e^A in twice the working precision, by Taylor's polynomial of A/2ˢ and s squarings. Squaring loses digits where A is large or far from
 * normal, whatever the approximant; with as many digits to spare as there are to give, none of those that count.
 *
 * <p>Each number is the unevaluated sum of two doubles, the second a rounding error of the first (Dekker, 1971). A product of such
 * matrices costs twenty times one of doubles, so this is for small ones.
 */
final class DoubledExponential {
    /** Up to 2^this the norm loses no more digits than there are to spare. */
    private static final int LARGEST = 60;

    /** Of A/2ˢ the norm is at most 2^this. */
    private static final int NEAR = -2;

    /** 2^(−2·23)/23! is below 2^−110. */
    private static final int DEGREE = 22;

    /** 1/k!, and what its double leaves out. */
    private static final double[][] COEFFICIENTS = coefficients();

    private final int n;
    private final double[] high;
    private final double[] low;

    private DoubledExponential(int n, double[] high, double[] low) {
        this.n = n;
        this.high = high;
        this.low = low;
    }

    private static double[][] coefficients() {
        double[][] pairs = new double[DEGREE + 1][];
        BigInteger factorial = BigInteger.ONE;
        for (int k = 0; k <= DEGREE; k++) {
            factorial = k == 0 ? factorial : factorial.multiply(BigInteger.valueOf(k));
            BigDecimal exact = BigDecimal.ONE.divide(new BigDecimal(factorial), new MathContext(60));
            double rounded = exact.doubleValue();
            pairs[k] = new double[] {
                rounded, exact.subtract(new BigDecimal(rounded)).doubleValue()
            };
        }
        return pairs;
    }

    /** @return whether there are digits enough for this matrix */
    static boolean suits(Matrix a) {
        return a.oneNorm() < Math.scalb(1.0, LARGEST);
    }

    /** @return B − e^A, rounded once; not finite where that overflows */
    static Matrix residual(Matrix b, Matrix a, Deadline deadline) {
        DoubledExponential e = exponential(a, deadline);
        double[] difference = new double[b.values().length];
        for (int at = 0; at < difference.length; at++) {
            difference[at] =
                    (b.values()[at] - e.high[at]) - e.low[at]; // the first of the two is exact where it is small
        }
        return new Matrix(a.rows(), a.rows(), difference);
    }

    /** @return e^A, rounded once; not finite where it overflows */
    static Matrix of(Matrix a, Deadline deadline) {
        DoubledExponential e = exponential(a, deadline);
        double[] sum = e.high.clone();
        for (int at = 0; at < sum.length; at++) {
            sum[at] += e.low[at];
        }
        return new Matrix(a.rows(), a.rows(), sum);
    }

    private static DoubledExponential exponential(Matrix a, Deadline deadline) {
        int n = a.rows();
        double norm = a.oneNorm();
        int squarings = norm == 0 ? 0 : Math.max(0, Math.getExponent(norm) + 1 - NEAR);
        double[] scaled = new double[n * n];
        for (int at = 0; at < scaled.length; at++) {
            scaled[at] = Math.scalb(a.values()[at], -squarings);
        }
        DoubledExponential x = new DoubledExponential(n, scaled, new double[n * n]);
        DoubledExponential sum = new DoubledExponential(n, new double[n * n], new double[n * n]);
        for (int k = DEGREE; k >= 0; k--) {
            deadline.check();
            sum = sum.times(x).plusOnDiagonal(COEFFICIENTS[k]);
        }
        for (int k = 0; k < squarings; k++) {
            deadline.check();
            sum = sum.times(sum);
        }
        return sum;
    }

    private DoubledExponential times(DoubledExponential other) {
        double[] sums = new double[n * n];
        double[] errors = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double factor = high[i * n + k];
                double rest = low[i * n + k];
                if (factor != 0) {
                    for (int j = 0; j < n; j++) {
                        int at = i * n + j;
                        int from = k * n + j;
                        double product = factor * other.high[from];
                        double error = Math.fma(factor, other.high[from], -product)
                                + (factor * other.low[from] + rest * other.high[from]);
                        double sum = sums[at];
                        double next = sum + product;
                        double part = next - sum;
                        sums[at] = next;
                        errors[at] += (sum - (next - part)) + (product - part) + error;
                    }
                }
            }
        }
        for (int at = 0; at < sums.length; at++) {
            double sum = sums[at] + errors[at];
            errors[at] += sums[at] - sum;
            sums[at] = sum;
        }
        return new DoubledExponential(n, sums, errors);
    }

    private DoubledExponential plusOnDiagonal(double[] pair) {
        for (int i = 0; i < n; i++) {
            int at = i * (n + 1);
            double next = high[at] + pair[0];
            double part = next - high[at];
            double error = (high[at] - (next - part)) + (pair[0] - part) + low[at] + pair[1];
            high[at] = next + error;
            low[at] = error + (next - high[at]);
        }
        return this;
    }
}
