package org.mlmath.numerics.distribution;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;

/**
 * Maximum likelihood: for given ends the likelihood is largest with the mode at one of the observations (E. H. Oliver, Amer.
 * Statist. 26 (1972), 43-44), which leaves a search over the two ends, here by steps along each of them on a logarithmic scale of
 * the distance to the nearest observation. Moments: the skewness gives the mode, found from its position in the interval.
 */
final class TriangularFit {
    private static final double ROOT_EIGHTEEN = Math.sqrt(18);
    private static final int MOST_STEPS = 4000;

    private final double[] sorted;
    private final double[] fixed;
    private final double spread;
    private final Deadline deadline;

    private TriangularFit(double[] data, double[] fixed, Deadline deadline) {
        this.sorted = data.clone();
        Arrays.sort(sorted);
        this.fixed = fixed;
        this.spread = sorted[sorted.length - 1] - sorted[0];
        this.deadline = deadline;
    }

    static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        sample.requireVariation(fixed);
        Sample.requireSupport(
                family,
                data,
                ScoreFit.or(fixed[0], Double.NEGATIVE_INFINITY),
                ScoreFit.or(fixed[2], Double.POSITIVE_INFINITY),
                false);
        if (method == FitMethod.MOMENTS) {
            if (Double.isNaN(fixed[0]) && Double.isNaN(fixed[1]) && Double.isNaN(fixed[2])) {
                return Fit.closedForm(
                        family,
                        fromSkewness(sample),
                        new double[] {Double.NaN, Double.NaN, Double.NaN},
                        data,
                        fixed,
                        method,
                        "The mode follows from the third moment; standard errors are not computed.");
            }
            return MomentFit.fit(
                    family,
                    data,
                    (mean, variance, fourth) -> fromMoments(mean, variance, fixed),
                    fixed,
                    "No triangular distribution has these moments and fixed parameters. Use mle.");
        }
        return Fit.closedForm(
                family,
                new TriangularFit(data, fixed, deadline).search(),
                new double[] {Double.NaN, Double.NaN, Double.NaN},
                data,
                fixed,
                method,
                "The likelihood has a corner at every observation and depends on the ends of the support: the information gives no standard errors.");
    }

    private double[] search() {
        double[] logGap = {Math.log(spread / sorted.length), Math.log(spread / sorted.length)};
        double[] best = at(logGap);
        double bestValue = logLikelihood(best);
        double step = 1;
        for (int i = 0; i < MOST_STEPS && step > 1e-9; i++) {
            deadline.check();
            boolean improved = false;
            for (int end = 0; end < 2; end++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double[] moved = logGap.clone();
                    moved[end] += sign * step;
                    double[] candidate = at(moved);
                    double value = logLikelihood(candidate);
                    if (value > bestValue) {
                        logGap = moved;
                        best = candidate;
                        bestValue = value;
                        improved = true;
                    }
                }
            }
            step = improved ? 1.5 * step : 0.5 * step;
        }
        return best;
    }

    private double[] at(double[] logGap) {
        double lower =
                ScoreFit.or(fixed[0], Math.min(sorted[0], ScoreFit.or(fixed[1], sorted[0])) - Math.exp(logGap[0]));
        double last = sorted[sorted.length - 1];
        double upper = ScoreFit.or(fixed[2], Math.max(last, ScoreFit.or(fixed[1], last)) + Math.exp(logGap[1]));
        double mode = Double.isNaN(fixed[1]) ? mode(lower, upper) : fixed[1];
        return new double[] {lower, mode, upper};
    }

    /** The observation that is the best mode for these ends. */
    private double mode(double lower, double upper) {
        int n = sorted.length;
        double[] above = new double[n + 1];
        for (int i = n - 1; i >= 0; i--) {
            above[i] = above[i + 1] + Math.log(upper - sorted[i]);
        }
        double below = 0;
        double best = Double.NEGATIVE_INFINITY;
        double mode = sorted[0];
        for (int i = 0; i < n; i++) {
            double c = sorted[i];
            // The observation at the mode itself contributes log 1 from either side.
            double value = below - i * Math.log(c - lower) + above[i] - (n - i) * Math.log(upper - c);
            below += Math.log(c - lower);
            if (value > best) {
                best = value;
                mode = c;
            }
        }
        return mode;
    }

    private double logLikelihood(double[] parameters) {
        if (!(parameters[0] < parameters[2])) {
            return Double.NEGATIVE_INFINITY;
        }
        Triangular triangular = new Triangular(parameters[0], parameters[1], parameters[2]);
        double sum = 0;
        for (double x : sorted) {
            sum += triangular.logDensity(x);
        }
        return sum;
    }

    private static double[] fromSkewness(Sample sample) {
        double mean = sample.mean();
        double variance = sample.meanSquareAbout(mean);
        double rise = rise(sample.meanThirdAbout(mean) / (variance * Math.sqrt(variance)));
        double fall = 1 - rise;
        double width = ROOT_EIGHTEEN * Math.sqrt(variance / (rise * rise + rise * fall + fall * fall));
        double lower = mean - width * (1 + rise) / 3;
        return new double[] {lower, lower + rise * width, lower + width};
    }

    private static double[] fromMoments(double mean, double variance, double[] fixed) {
        double lower = fixed[0];
        double mode = fixed[1];
        double upper = fixed[2];
        if (Double.isNaN(mode) && !Double.isNaN(lower) && !Double.isNaN(upper)) {
            mode = 3 * mean - lower - upper;
        } else if (Double.isNaN(lower) && Double.isNaN(upper)) {
            // With u = c − a and w = b − c: w − u = 3(mean − c) and u² + uw + w² = 18·variance.
            double difference = 3 * (mean - mode);
            double sum = Math.sqrt((4 * 18 * variance - difference * difference) / 3);
            lower = mode - 0.5 * (sum - difference);
            upper = mode + 0.5 * (sum + difference);
        } else if (Double.isNaN(mode)) {
            // One end e is fixed: with the distances s = mean − e and v = variance the other two are symmetric about
            // (3·mean − e)/2.
            double end = Double.isNaN(lower) ? upper : lower;
            double middle = 0.5 * (3 * mean - end);
            double half = Math.sqrt(Math.max(0, 6 * variance - (middle - end) * (middle - end) / 3));
            mode = Double.isNaN(lower) ? middle + half : middle - half;
            double other = Double.isNaN(lower) ? middle - half : middle + half;
            lower = ScoreFit.or(lower, other);
            upper = ScoreFit.or(upper, other);
        } else if (Double.isNaN(lower)) {
            lower = 3 * mean - mode - upper;
        } else {
            upper = ScoreFit.or(upper, 3 * mean - mode - lower);
        }
        return new double[] {lower, mode, upper};
    }

    /** The share (c − a)/(b − a) at which the skewness is this, which it falls with from 0.566 to −0.566. */
    private static double rise(double skewness) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (new Triangular(0, middle, 1).moments().skewness() > skewness) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
