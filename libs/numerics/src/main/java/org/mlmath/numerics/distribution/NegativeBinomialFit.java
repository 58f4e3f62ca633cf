package org.mlmath.numerics.distribution;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.special.GammaFunctions;

/**
 * Maximum likelihood: p = r/(r + mean) for a given r, and r from Newton's method on the score with that p put in, finite only if
 * the variance (divisor n) exceeds the mean. Standard errors invert the observed information in (r, p).
 */
final class NegativeBinomialFit {
    private static final int MOST_STEPS = 200;
    private static final double LARGEST = 1e12;

    private final double[] data;
    private final double mean;
    private final Deadline deadline;

    private NegativeBinomialFit(double[] data, double mean, Deadline deadline) {
        this.data = data;
        this.mean = mean;
        this.deadline = deadline;
    }

    static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        Sample.requireSupport(family, data, 0, Double.POSITIVE_INFINITY, false);
        double mean = sample.mean();
        if (method == FitMethod.MOMENTS) {
            return MomentFit.fit(
                    family,
                    data,
                    (m, variance, fourth) -> fromMoments(m, variance, fixed),
                    fixed,
                    "No negative binomial distribution has these moments: the variance must exceed the mean.");
        }
        NegativeBinomialFit search = new NegativeBinomialFit(data, mean, deadline);
        double r = fixed[0];
        if (Double.isNaN(r)) {
            double variance = sample.meanSquareAbout(mean);
            if (!(mean > 0) || Double.isNaN(fixed[1]) && !(variance > mean)) {
                throw new DidNotConvergeException(
                                "No finite number of successes is most likely: the variance %s does not exceed the mean %s. Fit a Poisson or binomial distribution."
                                        .formatted(Text.of(variance), Text.of(mean)))
                        .at("/data");
            }
            r = search.successes(fixed[1]);
        }
        double p = ScoreFit.or(fixed[1], r / (r + mean));
        double[] errors = search.standardErrors(r, p, fixed);
        return p == 1 && Double.isNaN(fixed[1])
                ? Fit.closedForm(family, new double[] {r, p}, errors, data, fixed, method, BinomialFit.ON_THE_BOUNDARY)
                : Fit.closedForm(family, new double[] {r, p}, errors, data, fixed, method);
    }

    private static double[] fromMoments(double mean, double variance, double[] fixed) {
        double r = fixed[0];
        double p = fixed[1];
        if (Double.isNaN(p)) {
            p = Double.isNaN(r) ? mean / variance : r / (r + mean);
        }
        if (Double.isNaN(r)) {
            r = variance > mean || !Double.isNaN(fixed[1]) ? mean * p / (1 - p) : Double.NaN;
        }
        return new double[] {r, p};
    }

    /** The root of the score in r, which falls from +∞, by bisection on a logarithmic scale. */
    private double successes(double fixedProbability) {
        double low = 1e-12;
        double high = 1;
        while (score(high, fixedProbability) > 0) {
            high *= 4;
            if (high > LARGEST) {
                throw new DidNotConvergeException(
                                "The likelihood rises as the number of successes goes to infinity: fit a Poisson distribution.")
                        .at("/data");
            }
        }
        for (int i = 0; i < MOST_STEPS && high > low * (1 + 4e-16); i++) {
            double middle = Math.sqrt(low * high);
            if (score(middle, fixedProbability) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(low * high);
    }

    /** ∂ log L/∂r = Σ [ψ(x + r) − ψ(r)] + n log p, per observation. */
    private double score(double r, double fixedProbability) {
        deadline.check();
        double logP = Double.isNaN(fixedProbability) ? -Math.log1p(mean / r) : Math.log(fixedProbability);
        double digamma = GammaFunctions.digamma(r);
        double sum = 0;
        for (double x : data) {
            sum += rise(r, x, digamma);
        }
        return sum / data.length + logP;
    }

    /** ψ(x + r) − ψ(r), for few failures as the sum of reciprocals that it is. */
    private static double rise(double r, double x, double digamma) {
        if (x > 50) {
            return GammaFunctions.digamma(r + x) - digamma;
        }
        double sum = 0;
        for (double j = 0; j < x; j++) {
            sum += 1 / (r + j);
        }
        return sum;
    }

    private double[] standardErrors(double r, double p, double[] fixed) {
        double n = data.length;
        double ofSuccesses = 0;
        double trigamma = GammaFunctions.polygamma(1, r);
        for (double x : data) {
            ofSuccesses += trigamma - GammaFunctions.polygamma(1, r + x);
        }
        double ofProbability = n * (r / (p * p) + mean / ((1 - p) * (1 - p)));
        if (p == 1) {
            return new double[] {Double.NaN, Double.NaN};
        }
        boolean bothFree = Double.isNaN(fixed[0]) && Double.isNaN(fixed[1]);
        double cross = bothFree ? n / p : 0;
        double determinant = ofSuccesses * ofProbability - cross * cross;
        return new double[] {Math.sqrt(ofProbability / determinant), Math.sqrt(ofSuccesses / determinant)};
    }
}
