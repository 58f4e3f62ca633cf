package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.special.Tails;

/** The exponential distribution: the waiting time between events that come at a constant rate. */
public final class Exponential implements Distribution {
    public static final Family FAMILY = Family.named("exponential")
            .title("Exponential distribution")
            .parameter(Parameter.positive("rate", "events per unit λ > 0", "\\lambda")
                    .alias("scale", "the mean waiting time 1/λ", scale -> 1 / scale)
                    .alias("mean", "the mean waiting time 1/λ", mean -> 1 / mean))
            .support("x \\in [0, \\infty)")
            .density("\\lambda e^{-\\lambda x}")
            .distributionFunction("1-e^{-\\lambda x}")
            .moment("mean", "\\frac{1}{\\lambda}")
            .moment("variance", "\\frac{1}{\\lambda^2}")
            .moment("skewness", "2")
            .moment("excessKurtosis", "6")
            .moment("entropy", "1-\\ln\\lambda")
            .moment("median", "\\frac{\\ln 2}{\\lambda}")
            .moment("mode", "0")
            .fitting(Exponential::fit)
            .build(p -> new Exponential(p[0]));

    private final double rate;

    public Exponential(double rate) {
        this.rate = rate;
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    @Override
    public double logDensity(double x) {
        return x < 0 ? Double.NEGATIVE_INFINITY : Math.log(rate) - rate * x;
    }

    @Override
    public double density(double x) {
        return x < 0 ? 0 : rate * Math.exp(-rate * x);
    }

    @Override
    public double hazard(double x) {
        return x < 0 ? 0 : rate;
    }

    @Override
    public Tails tails(double x) {
        return x <= 0 ? Tails.ALL_ABOVE : StandardExponential.tails(rate * x, Math.log(rate) + Math.log(x));
    }

    @Override
    public double quantile(TailProbability probability) {
        double log = StandardExponential.logQuantile(probability);
        if (log > -700) {
            return StandardExponential.quantile(probability) / rate;
        }
        double root =
                Math.exp(0.5 * log); // its square may have lost its digits to underflow, where the quotient has them
        return root / rate * root;
    }

    @Override
    public Moments moments() {
        double mean = 1 / rate;
        return new Moments(mean, mean * mean, mean, 2, 6, 1 - Math.log(rate), LocationScale.LOG_TWO * mean, 0);
    }

    @Override
    public double sample(RandomGenerator random) {
        return random.nextExponential() / rate;
    }

    @Override
    public double centre() {
        return Math.min(1 / rate, Double.MAX_VALUE);
    }

    /** The reciprocal of the mean by either method. */
    private static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        Sample.requireSupport(family, data, 0, Double.POSITIVE_INFINITY, false);
        if (!(sample.mean() > 0)) {
            throw Sample.noVariation(data.length);
        }
        if (method == FitMethod.MOMENTS) {
            return MomentFit.fit(
                    family,
                    data,
                    (mean, variance, fourth) -> new double[] {ScoreFit.or(fixed[0], 1 / mean)},
                    fixed,
                    "No exponential distribution has these moments: the mean must be positive.");
        }
        double rate = ScoreFit.or(fixed[0], 1 / sample.mean());
        double[] errors = {rate / Math.sqrt(data.length)};
        return Fit.closedForm(family, new double[] {rate}, errors, data, fixed, method);
    }
}
