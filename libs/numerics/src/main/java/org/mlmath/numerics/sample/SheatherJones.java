package org.mlmath.numerics.sample;

import org.mlmath.numerics.Deadline;

/**
 * Bandwidth that solves the equation of S. J. Sheather and M. C. Jones, A reliable data-based bandwidth selection method for kernel
 * density estimation, J. Roy. Statist. Soc. B 53 (1991), 683-690, for the Gaussian kernel.
 *
 * <p>Sums over all pairs are exact up to 1,000 observations. Beyond, the data stand on a grid of 8,192 points, each shared between
 * its two neighbours.
 */
public final class SheatherJones {
    private static final int EXACT = 1000;
    private static final int GRID = 8192;
    private static final int MOST_WIDENINGS = 99;
    private static final int MOST_STEPS = 200;

    private final double n;
    private final double[] distances;
    private final double[] counts;
    private final Deadline deadline;

    private SheatherJones(double[] data, Deadline deadline) {
        this.n = data.length;
        this.deadline = deadline;
        if (data.length <= EXACT) {
            distances = new double[data.length * (data.length - 1) / 2];
            counts = null;
            int at = 0;
            for (int i = 0; i < data.length; i++) {
                for (int j = 0; j < i; j++) {
                    distances[at++] = data[i] - data[j];
                }
            }
        } else {
            distances = new double[GRID];
            counts = new double[GRID];
            bin(data);
        }
    }

    /**
     * @param data not all equal, at least 2
     * @return h; NaN where the equation has no solution, the sample being too sparse
     */
    public static double bandwidth(double[] data, Deadline deadline) {
        SampleQuantiles quantiles = SampleQuantiles.of(data);
        double deviation = SampleMoments.of(data).standardDeviation();
        double spread = quantiles.interquartileRange() / 1.349;
        double scale = spread > 0 ? Math.min(deviation, spread) : deviation;
        double[] standardized = new double[data.length];
        double centre = quantiles.median();
        for (int i = 0; i < data.length; i++) {
            standardized[i] = (data[i] - centre) / scale;
        }
        return new SheatherJones(standardized, deadline).solve() * scale;
    }

    /** For data whose scale is 1. */
    private double solve() {
        double third = -sumOfSixth(1.23 * Math.pow(n, -1.0 / 9));
        double second = sumOfFourth(1.24 * Math.pow(n, -1.0 / 7));
        double factor = 1.357 * Math.pow(second / third, 1.0 / 7);
        if (!(third > 0) || !Double.isFinite(factor)) {
            return Double.NaN;
        }
        double high = 1.144 * Math.pow(n, -0.2);
        double low = 0.1 * high;
        for (int widening = 0; excess(low, factor) * excess(high, factor) > 0; widening++) {
            if (widening == MOST_WIDENINGS) {
                return Double.NaN;
            }
            if (widening % 2 == 0) {
                high *= 1.2;
            } else {
                low /= 1.2;
            }
        }
        return root(low, high, factor);
    }

    /** By the Illinois variant of the secant method, which keeps the root between its ends. */
    private double root(double low, double high, double factor) {
        double a = low;
        double b = high;
        double fa = excess(a, factor);
        double fb = excess(b, factor);
        for (int step = 0; step < MOST_STEPS && Math.abs(b - a) > 4 * Math.ulp(b); step++) {
            double c = (fa * b - fb * a) / (fa - fb);
            double fc = excess(c, factor);
            if (Math.abs(fc) <= Math.ulp(c)) {
                return c;
            }
            if (fc * fb < 0) {
                a = b;
                fa = fb;
            } else {
                fa /= 2;
            }
            b = c;
            fb = fc;
        }
        return b;
    }

    private double excess(double h, double factor) {
        double roughness = sumOfFourth(factor * Math.pow(h, 5.0 / 7));
        return Math.pow(1 / (2 * Math.sqrt(Math.PI) * n * roughness), 0.2) - h;
    }

    /** Estimate of ∫ f″² from fourth derivatives of the kernel, with pilot bandwidth g. */
    private double sumOfFourth(double g) {
        double sum = 0;
        for (int i = 0; i < distances.length; i++) {
            double d = distances[i] / g;
            double s = d * d;
            sum += count(i) * Math.exp(-s / 2) * (s * s - 6 * s + 3);
        }
        deadline.check();
        return (2 * sum + n * 3) / (n * (n - 1) * Math.pow(g, 5) * Math.sqrt(2 * Math.PI));
    }

    /** Estimate of −∫ f‴² from sixth derivatives of the kernel, with pilot bandwidth g. */
    private double sumOfSixth(double g) {
        double sum = 0;
        for (int i = 0; i < distances.length; i++) {
            double d = distances[i] / g;
            double s = d * d;
            sum += count(i) * Math.exp(-s / 2) * (s * s * s - 15 * s * s + 45 * s - 15);
        }
        return (2 * sum - n * 15) / (n * (n - 1) * Math.pow(g, 7) * Math.sqrt(2 * Math.PI));
    }

    private double count(int i) {
        return counts == null ? 1 : counts[i];
    }

    /** How much weight lies at each distance, a multiple of the grid's. */
    private void bin(double[] data) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double x : data) {
            least = Math.min(least, x);
            most = Math.max(most, x);
        }
        double width = (most - least) / (GRID - 1);
        double[] mass = new double[GRID];
        for (double x : data) {
            double position = (x - least) / width;
            int cell = Math.min((int) position, GRID - 2);
            double share = position - cell;
            mass[cell] += 1 - share;
            mass[cell + 1] += share;
        }
        double same = 0;
        for (int k = 1; k < GRID; k++) {
            distances[k] = k * width;
            double sum = 0;
            for (int i = k; i < GRID; i++) {
                sum += mass[i] * mass[i - k];
            }
            counts[k] = sum;
        }
        for (double m : mass) {
            same += m * m;
        }
        counts[0] = (same - n) / 2; // pairs at one point; an observation with itself is counted apart
    }
}
