package org.mlmath.numerics.goodnessoffit;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.special.LogDeviance;

/**
 * The distributions of the one-sample Kolmogorov-Smirnov statistics of n observations from a continuous distribution.
 *
 * <ul>
 *   <li>One-sided, D⁺: exactly, by Smirnov's sum P(D⁺ ≥ d) = Σⱼ d/(d + j/n) · b(j; n, d + j/n) with b the binomial probability.
 *   <li>Two-sided, D: twice that where both sides cannot, or hardly ever do, reach d; otherwise one minus Durbin's matrix formula
 *       (G. Marsaglia, W. W. Tsang and J. Wang, J. Statist. Softw. 8(18), 2003), applied to a vector instead of powers of the matrix;
 *       for large n the expansion of W. Pelz and I. J. Good (J. R. Statist. Soc. B 38 (1976), 152-156), whose error is of the order of
 *       n⁻². Which where: R. Simard and P. L'Ecuyer, J. Statist. Softw. 39(11), 2011.
 * </ul>
 */
public final class KolmogorovDistribution {
    /** From here on Durbin's formula takes too long, and the error of the expansion is below 1e-9. */
    static final int EXPANSION_FROM = 50_000;

    /** Beyond e^(−6·4.5) of it the probability that both sides reach d is nothing to the probability that one does. */
    private static final double ONE_SIDE_ONLY_FROM = 4.5;

    /** For large n already from here on, with the leading term of the probability of both taken away. */
    private static final double EXPANSION_UP_TO = 3.0;

    /** 1/r! below 1e-23 changes nothing. */
    private static final int TERMS = 24;

    private KolmogorovDistribution() {}

    /** P(D⁺ₙ ≥ d), which is P(D⁻ₙ ≥ d) too. */
    public static double oneSided(int n, double d) {
        if (d <= 0) {
            return 1;
        }
        if (d >= 1) {
            return 0;
        }
        double distance = n * d;
        double fixed = LogDeviance.logPoisson(n, n, 0);
        double sum = 0;
        for (int j = (int) Math.floor(n * (1 - d)); j >= 0; j--) {
            double mean = distance + j;
            double rest = n - mean;
            if (rest > 0) {
                double log = LogDeviance.logPoisson(j, mean, -distance)
                        + LogDeviance.logPoisson(n - j, rest, distance)
                        - fixed;
                sum += distance / mean * Math.exp(log);
            }
        }
        return Math.min(1, sum);
    }

    /** P(Dₙ ≥ d). */
    public static double twoSided(int n, double d, Deadline deadline) {
        if (n * d <= 0.5) {
            return 1;
        }
        if (d >= 1) {
            return 0;
        }
        double square = n * d * d;
        if (d >= 0.5 || square >= ONE_SIDE_ONLY_FROM) {
            return Math.min(1, 2 * oneSided(n, d));
        }
        if (n < EXPANSION_FROM) {
            return Math.clamp(1 - durbin(n, d, deadline), 0, 1);
        }
        return square >= EXPANSION_UP_TO
                ? 2 * oneSided(n, d) - 2 * Math.exp(-8 * square)
                : Math.clamp(1 - expansion(n, Math.sqrt(n) * d), 0, 1);
    }

    /** P(√n·Dₙ ≥ z) for n → ∞, Kolmogorov's distribution; of two samples with n = n₁n₂/(n₁ + n₂). */
    public static double limit(double z) {
        if (z <= 0) {
            return 1;
        }
        if (z < 1) {
            double sum = 0;
            for (int k = 1; k <= 9; k += 2) {
                sum += Math.exp(-0.125 * Math.pow(k * Math.PI / z, 2));
            }
            return 1 - Math.sqrt(2 * Math.PI) / z * sum;
        }
        double sum = 0;
        for (int k = 9; k >= 1; k--) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2 * (k * z) * (k * z));
        }
        return sum;
    }

    /**
     * P(Dₙ < d) = n!/nⁿ · (Hⁿ)ₖₖ. A row vector passes n times through H/e, and n!·eⁿ/nⁿ ≈ √(2πn) is the rest, so nothing
     * overflows.
     */
    static double durbin(int n, double d, Deadline deadline) {
        double distance = n * d;
        int k = (int) Math.floor(distance) + 1;
        int m = 2 * k - 1;
        double h = k - distance;
        double[] inverseFactorial = new double[m + 1];
        double[] power = new double[m + 1]; // hʳ/r!
        inverseFactorial[0] = 1;
        power[0] = 1;
        for (int r = 1; r <= m; r++) {
            inverseFactorial[r] = inverseFactorial[r - 1] / r;
            power[r] = power[r - 1] * h / r;
        }
        double corner = 0;
        if (2 * h > 1) {
            corner = 1;
            for (int r = 1; r <= m; r++) {
                corner *= (2 * h - 1) / r;
            }
        }
        double[] row = new double[m];
        double[] next = new double[m];
        row[k - 1] = 1;
        for (int step = 0; step < n; step++) {
            if ((step & 63) == 0) {
                deadline.check();
            }
            for (int j = 0; j < m; j++) {
                double sum = 0;
                for (int i = Math.max(0, j - 1); i < Math.min(m, j + TERMS); i++) {
                    sum += row[i] * inverseFactorial[i - j + 1];
                }
                next[j] = sum;
            }
            for (int i = 0; i < m; i++) {
                next[0] -= row[i] * power[i + 1];
                next[i] -= row[m - 1] * power[m - i];
            }
            next[0] += row[m - 1] * corner;
            for (int j = 0; j < m; j++) {
                next[j] *= 1 / Math.E;
            }
            double[] spare = row;
            row = next;
            next = spare;
        }
        return row[k - 1] * Math.exp(-LogDeviance.logPoisson(n, n, 0));
    }

    /** P(√n·Dₙ < z) to the order of n^(−3/2). */
    static double expansion(int n, double z) {
        double z2 = z * z;
        double z4 = z2 * z2;
        double z6 = z4 * z2;
        double[] half = new double[4]; // Σ ((k + ½)π)^(2i) e^(−((k + ½)π)²/(2z²)) over all integers k
        double[] whole = new double[4]; // the same with kπ
        for (int k = 30; k >= 0; k--) {
            accumulate(half, (k + 0.5) * Math.PI, z2);
            accumulate(whole, k * Math.PI, z2);
        }
        double root = Math.sqrt(Math.PI / 2);
        double[] term = {
            2 * root / z * (half[0] / 2),
            root / (6 * z4) * (half[1] - z2 * half[0]),
            root
                            / (72 * z4 * z2 * z)
                            * ((6 * z6 + 2 * z4) * half[0] + (2 * z4 - 5 * z2) * half[1] + (1 - 2 * z2) * half[2])
                    - root / (36 * z2 * z) * whole[1],
            root
                            / (6480 * z6 * z4)
                            * ((5 - 30 * z2) * half[3]
                                    + (212 * z4 - 60 * z2) * half[2]
                                    + (135 * z4 - 96 * z6) * half[1]
                                    - (30 * z6 + 90 * z6 * z2) * half[0])
                    + root / (108 * z6) * (3 * z2 * whole[1] - whole[2])
        };
        double scale = 1 / Math.sqrt(n);
        return term[0] + scale * (term[1] + scale * (term[2] + scale * term[3]));
    }

    private static void accumulate(double[] sums, double point, double z2) {
        double square = point * point;
        double term = (point == 0 ? 1 : 2) * Math.exp(-square / (2 * z2));
        for (int i = 0; i < sums.length; i++) {
            sums[i] += term;
            term *= square;
        }
    }
}
