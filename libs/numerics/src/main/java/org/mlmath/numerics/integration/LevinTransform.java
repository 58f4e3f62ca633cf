package org.mlmath.numerics.integration;

/**
 * Levin's u-transform of a series: the limit of partial sums, alternating or slowly decreasing with the regularity of a power of the
 * index. The best of the results so far is kept, by the distance of successive ones together with what rounding does to them.
 *
 * <p>Source: D. Levin, Int. J. Comput. Math. B3 (1973), 371-388; T. Fessler, W. Ford and D. Smith, ACM TOMS 9 (1983), 346-354
 * (HURRY), whose recursion and rounding estimate are followed.
 */
public final class LevinTransform {
    private static final double EPSILON = 0x1p-52;
    private static final int TERMS = 120;

    private final double[] numerator = new double[TERMS];
    private final double[] denominator = new double[TERMS];
    /** Bounds of what rounding did to the numerators. */
    private final double[] noise = new double[TERMS];

    private double partial;
    private double partialNoise;
    private int count;
    private double value = Double.NaN;
    private double previous = Double.NaN;
    private double difference = Double.POSITIVE_INFINITY;
    private double best = Double.NaN;
    private double bestError = Double.POSITIVE_INFINITY;

    /** @return whether more terms can be taken in */
    public boolean isOpen() {
        return count < TERMS;
    }

    public int count() {
        return count;
    }

    /** @param error of the term itself */
    public void add(double term, double error) {
        int n = count++;
        partial += term;
        partialNoise += error + EPSILON * Math.abs(partial);
        if (term == 0) {
            if (partialNoise <= bestError) {
                best = partial;
                bestError = partialNoise;
            }
            count--;
            return;
        }
        double remainder = term * (n + 1.0) * (n + 1.0); // the u-variant with β = 1
        denominator[n] = 1 / remainder;
        numerator[n] = partial / remainder;
        noise[n] = partialNoise / Math.abs(remainder);
        double power = 1;
        for (int j = n - 1; j >= 0; j--) {
            double factor = power * (j + 1) / (n + 1);
            power *= n / (n + 1.0);
            denominator[j] = denominator[j + 1] - factor * denominator[j];
            numerator[j] = numerator[j + 1] - factor * numerator[j];
            noise[j] = noise[j + 1] + factor * noise[j];
        }
        previous = value;
        value = numerator[0] / denominator[0];
        double lastDifference = difference;
        difference = Math.abs(value - previous);
        double rounding = noise[0] / Math.abs(denominator[0]);
        double error2 = Math.max(difference, lastDifference * 0.1) + rounding;
        if (n >= 4 && Double.isFinite(value) && error2 < bestError) {
            best = value;
            bestError = error2;
        }
    }

    public double value() {
        return best;
    }

    public double error() {
        return bestError;
    }
}
