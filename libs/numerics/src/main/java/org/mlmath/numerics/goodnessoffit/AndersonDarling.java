package org.mlmath.numerics.goodnessoffit;

import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.numerics.special.Tails;

/**
 * The Anderson-Darling statistic A² = −n − (1/n) Σ (2i − 1)[ln F(x₍ᵢ₎) + ln(1 − F(x₍ₙ₊₁₋ᵢ₎))] and its p-values.
 *
 * <ul>
 *   <li>For a distribution known in advance: the limit P(Σ Zⱼ²/(j(j + 1)) ≥ a) by Smirnov's integrals (N. V. Smirnov 1937; here with
 *       the closed form of the Fredholm determinant, −cos(½π√(1 + 4μ))/(πμ)), to 1e-12 relative also far out, and for finite n the
 *       correction of G. Marsaglia and J. Marsaglia, J. Statist. Softw. 9(2), 2004.
 *   <li>For the normal and the exponential with parameters estimated from the same data: the approximations of
 *       M. A. Stephens in R. B. D'Agostino and M. A. Stephens (eds.), <i>Goodness-of-Fit Techniques</i>, 1986, ch. 4.
 * </ul>
 */
public final class AndersonDarling {
    private static final int NODES = 64;
    private static final int MOST_INTEGRALS = 200;

    private AndersonDarling() {}

    /**
     * A².
     *
     * @param tails of the distribution at each observation, in ascending order
     */
    public static double statistic(Tails[] tails) {
        int n = tails.length;
        CompensatedSum sum = new CompensatedSum();
        sum.add(-n);
        for (int i = 0; i < n; i++) {
            double weight = (2.0 * i + 1) / n;
            sum.add(-weight * tails[i].logLower());
            sum.add(-weight * tails[n - 1 - i].logUpper());
        }
        return Math.max(0, sum.value());
    }

    /** P(A² ≥ a) of n observations from a distribution known in advance. */
    public static double pValue(int n, double a) {
        double limit = limit(a);
        return Math.clamp(limit - correction(n, 1 - limit), 0, 1);
    }

    /**
     * P(A² ≥ a) for n → ∞: (1/π) Σₖ (−1)^(k+1) ∫ e^(−aμ/2) / (μ√|D(μ)|) dμ, over μ from (2k − 1)2k to 2k(2k + 1). With
     * s = √(1 + 4μ) the determinant D vanishes at both ends s = 4k ∓ 1 as a square root does, which Gauss-Chebyshev quadrature takes up.
     */
    static double limit(double a) {
        if (a < 0.03) {
            return 1; // to 1e-17
        }
        double sum = 0;
        for (int k = 1; k <= MOST_INTEGRALS; k++) {
            double integral = 0;
            for (int i = 0; i < NODES; i++) {
                double angle = Math.PI * (i + 0.5) / NODES;
                double t = Math.cos(angle);
                double s = 4 * k + t;
                double mu = 0.25 * (s - 1) * (s + 1);
                // √(1 − t²)/√cos(½πt), with the cosine as the sine of the distance from the end
                double distance = 1 - Math.abs(t);
                double regular = Math.sin(angle) / Math.sqrt(Math.sin(0.5 * Math.PI * distance));
                integral += regular * 0.5 * s * Math.sqrt(Math.PI / mu) * Math.exp(-0.5 * a * mu);
            }
            integral /= NODES;
            sum += k % 2 == 1 ? integral : -integral;
            if (integral <= 1e-18 * sum) {
                break;
            }
        }
        return Math.clamp(sum, 0, 1);
    }

    /** What P(A² < a) of n observations is more than its limit x. */
    private static double correction(int n, double x) {
        if (x > 0.8) {
            // Their polynomial is −0.0006 at x = 1, where nothing is left to correct.
            return (upperPolynomial(x) - upperPolynomial(1)) / n;
        }
        double corner = 0.01265 + 0.1757 / n;
        if (x < corner) {
            double t = x / corner;
            double shape = Math.sqrt(t) * (1 - t) * (49 * t - 102);
            return shape * (0.0037 / ((double) n * n) + 0.00078 / n + 0.00006) / n;
        }
        double t = (x - corner) / (0.8 - corner);
        double shape = -0.00022633 + (6.54034 - (14.6538 - (14.458 - (8.259 - 1.91864 * t) * t) * t) * t) * t;
        return shape * (0.04213 + 0.01365 / n) / n;
    }

    private static double upperPolynomial(double x) {
        return -130.2137 + (745.2337 - (1705.091 - (1950.646 - (1116.360 - 255.7844 * x) * x) * x) * x) * x;
    }

    /** P(A² ≥ a) of n observations from a normal distribution whose mean and variance are estimated from them. */
    public static double pValueOfEstimatedNormal(int n, double a) {
        double z = a * (1 + 0.75 / n + 2.25 / ((double) n * n));
        if (z < 0.2) {
            return -Math.expm1(-13.436 + (101.14 - 223.73 * z) * z);
        }
        if (z < 0.34) {
            return -Math.expm1(-8.318 + (42.796 - 59.938 * z) * z);
        }
        if (z < 0.6) {
            return Math.exp(0.9177 - (4.279 + 1.38 * z) * z);
        }
        // The parabola turns back far outside of what it was fitted to.
        double within = Math.min(z, FITTED_UP_TO);
        return Math.exp(1.2937 - (5.709 - 0.0186 * within) * within);
    }

    /** Beyond this adjusted A² the p-value of the estimated normal is only known to be smaller than there. */
    public static final double FITTED_UP_TO = 10;

    /** P(A² ≥ a) of n observations from an exponential distribution whose scale is estimated from them. */
    public static double pValueOfEstimatedExponential(int n, double a) {
        double z = a * (1 + 0.6 / n);
        if (z < 0.26) {
            return -Math.expm1(-12.2204 + (67.459 - 110.3 * z) * z);
        }
        if (z < 0.51) {
            return -Math.expm1(-6.1327 + (20.218 - 18.663 * z) * z);
        }
        if (z < 0.95) {
            return Math.exp(0.9209 - (3.353 - 0.3 * z) * z);
        }
        double within = Math.min(z, FITTED_UP_TO);
        return Math.exp(0.731 - (3.009 - 0.15 * within) * within);
    }
}
