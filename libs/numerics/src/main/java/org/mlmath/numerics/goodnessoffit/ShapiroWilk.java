package org.mlmath.numerics.goodnessoffit;

import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.special.ErrorFunctions;

/**
 * The Shapiro-Wilk statistic W, how near the ordered observations are to a straight line against normal order statistics, with
 * Royston's approximations of its weights and its distribution.
 *
 * <p>1 − W is computed as such. Source: J. P. Royston, Algorithm AS R94, Appl. Statist. 44 (1995), 547-551, made for 3 to 5000
 * observations.
 *
 * @param statistic W, in (0, 1]
 * @param pValue the probability of a smaller W in normal samples
 */
public record ShapiroWilk(double statistic, double pValue) {
    /** Up to here the approximation was made and tried. */
    public static final int LARGEST_TRIED = 5000;

    private static final double[] FIRST_WEIGHT = {0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056};
    private static final double[] SECOND_WEIGHT = {0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633};
    private static final double[] SMALL_MEAN = {0.544, -0.39978, 0.025054, -6.714e-4};
    private static final double[] SMALL_LOG_DEVIATION = {1.3822, -0.77857, 0.062767, -0.0020322};
    private static final double[] SMALL_BOUND = {-2.273, 0.459};
    private static final double[] MEAN = {-1.5861, -0.31082, -0.083751, 0.0038915};
    private static final double[] LOG_DEVIATION = {-0.4803, -0.082676, 0.0030302};
    private static final int SMALL_UP_TO = 11;

    /** @param x ascending, at least three, not all equal */
    public static ShapiroWilk of(double[] x) {
        double complement = complement(x, weights(x.length));
        return new ShapiroWilk(1 - complement, pValue(complement, x.length));
    }

    /** The weights of the largest, the second largest, … observation; those of the smallest are their negatives. */
    private static double[] weights(int n) {
        double[] weights = new double[n / 2];
        if (n == 3) {
            weights[0] = Math.sqrt(0.5);
            return weights;
        }
        Normal normal = new Normal(0, 1);
        double[] scores = new double[n / 2];
        double squares = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = normal.quantile(TailProbability.upper((i + 0.625) / (n + 0.25)));
            squares += 2 * scores[i] * scores[i];
        }
        double u = 1 / Math.sqrt(n);
        double root = Math.sqrt(squares);
        weights[0] = polynomial(FIRST_WEIGHT, u) + scores[0] / root;
        double restOfSquares = squares - 2 * scores[0] * scores[0];
        double restOfWeights = 1 - 2 * weights[0] * weights[0];
        int given = 1;
        if (n > 5) {
            weights[1] = polynomial(SECOND_WEIGHT, u) + scores[1] / root;
            restOfSquares -= 2 * scores[1] * scores[1];
            restOfWeights -= 2 * weights[1] * weights[1];
            given = 2;
        }
        double factor = Math.sqrt(restOfSquares / restOfWeights);
        for (int i = given; i < weights.length; i++) {
            weights[i] = scores[i] / factor;
        }
        return weights;
    }

    /** 1 − W = 1 − r² = (1 − r)(1 + r), with r the correlation of observations and weights. */
    private static double complement(double[] x, double[] weights) {
        int n = x.length;
        double range = x[n - 1] - x[0];
        double unit = Double.isFinite(range) ? range : Double.MAX_VALUE;
        double mean = 0;
        for (double value : x) {
            mean += (value / unit - x[0] / unit) / n;
        }
        double weightSquares = 0;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < n; i++) {
            int fromEnd = Math.min(i, n - 1 - i);
            double weight = fromEnd < weights.length ? weights[fromEnd] * (i < n / 2 ? -1 : 1) : 0;
            double deviation = x[i] / unit - x[0] / unit - mean;
            weightSquares += weight * weight;
            squares += deviation * deviation;
            products += weight * deviation;
        }
        double norm = Math.sqrt(weightSquares * squares);
        return Math.max(0, (norm - products) * (norm + products) / (weightSquares * squares));
    }

    private static double pValue(double complement, int n) {
        if (n == 3) {
            // Exact: P(W ≤ w) = (6/π)(asin √w − asin √¾)
            double angle = Math.asin(Math.sqrt(1 - complement)) - Math.asin(Math.sqrt(0.75));
            return Math.clamp(6 / Math.PI * angle, 0, 1);
        }
        double y = Math.log(complement);
        double mean;
        double deviation;
        if (n <= SMALL_UP_TO) {
            double bound = polynomial(SMALL_BOUND, n);
            if (y >= bound) {
                return 1e-99; // W is as small as it can be for so few observations
            }
            y = -Math.log(bound - y);
            mean = polynomial(SMALL_MEAN, n);
            deviation = Math.exp(polynomial(SMALL_LOG_DEVIATION, n));
        } else {
            double logSize = Math.log(n);
            mean = polynomial(MEAN, logSize);
            deviation = Math.exp(polynomial(LOG_DEVIATION, logSize));
        }
        return ErrorFunctions.normalProbability((mean - y) / deviation);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
