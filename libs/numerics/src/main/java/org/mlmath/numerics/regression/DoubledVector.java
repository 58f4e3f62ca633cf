package org.mlmath.numerics.regression;

import java.util.Arrays;

/**
 * A vector in twice the working precision, or in the working precision alone where its length makes the other too dear.
 *
 * <p>Sums of products carry their rounding errors along (Ogita, Rump and Oishi, <i>Accurate sum and dot product</i>, SIAM J. Sci.
 * Comput. 26 (2005), Dot2).
 */
final class DoubledVector {
    private final double[] high;

    /** Null in working precision. */
    private final double[] low;

    private DoubledVector(double[] high, double[] low) {
        this.high = high;
        this.low = low;
    }

    static DoubledVector zeros(int length, boolean precise) {
        return new DoubledVector(new double[length], precise ? new double[length] : null);
    }

    /** @param values copied */
    static DoubledVector of(double[] values, boolean precise) {
        return new DoubledVector(values.clone(), precise ? new double[values.length] : null);
    }

    int length() {
        return high.length;
    }

    Doubled get(int i) {
        return new Doubled(high[i], low == null ? 0 : low[i]);
    }

    void set(int i, Doubled value) {
        high[i] = value.high();
        if (low != null) {
            low[i] = value.low();
        }
    }

    /** The entries as doubles. */
    double[] values() {
        return high.clone();
    }

    double maxAbs() {
        double max = 0;
        for (double entry : high) {
            max = Math.max(max, Math.abs(entry));
        }
        return max;
    }

    /** This vector with entry i multiplied by factors[i] (null: by 1), by 2^exponent, and this many zeros after it. */
    DoubledVector scaled(DoubledVector factors, int exponent, int zeros) {
        int n = high.length;
        DoubledVector result = zeros(n + zeros, low != null);
        for (int i = 0; i < n; i++) {
            result.set(i, (factors == null ? get(i) : get(i).times(factors.get(i))).scaled(exponent));
        }
        return result;
    }

    void clear() {
        Arrays.fill(high, 0);
        if (low != null) {
            Arrays.fill(low, 0);
        }
    }

    Doubled dot(DoubledVector other) {
        if (low == null) {
            return Doubled.of(plainDot(high, other.high));
        }
        double sum = 0;
        double rest = 0;
        for (int i = 0; i < high.length; i++) {
            double a = high[i];
            double b = other.high[i];
            double product = a * b;
            double productRest = Math.fma(a, b, -product) + (a * other.low[i] + low[i] * b);
            double next = sum + product;
            double part = next - sum;
            rest += (sum - (next - part)) + (product - part) + productRest;
            sum = next;
        }
        return Doubled.sum(sum, rest);
    }

    private static double plainDot(double[] a, double[] b) {
        double even = 0; // two sums that do not wait for each other
        double odd = 0;
        int i = 0;
        for (; i + 1 < a.length; i += 2) {
            even = Math.fma(a[i], b[i], even);
            odd = Math.fma(a[i + 1], b[i + 1], odd);
        }
        return i < a.length ? even + odd + a[i] * b[i] : even + odd;
    }

    /** this − factor·other, in place. */
    void subtract(Doubled factor, DoubledVector other) {
        double f = factor.high();
        if (low == null) {
            for (int i = 0; i < high.length; i++) {
                high[i] = Math.fma(-f, other.high[i], high[i]);
            }
            return;
        }
        double rest = factor.low();
        for (int i = 0; i < high.length; i++) {
            double b = other.high[i];
            double product = f * b;
            double productRest = Math.fma(f, b, -product) + (f * other.low[i] + rest * b);
            double a = high[i];
            double difference = a - product;
            double part = difference - a;
            double error = (a - (difference - part)) - (product + part) + (low[i] - productRest);
            high[i] = difference + error;
            low[i] = error - (high[i] - difference);
        }
    }

    Doubled norm() {
        return dot(this).squareRoot();
    }

    /** this / divisor, in place. */
    void divideBy(Doubled divisor) {
        for (int i = 0; i < high.length; i++) {
            set(i, get(i).dividedBy(divisor));
        }
    }
}
