package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.special.IncompleteGamma;
import org.mlmath.numerics.special.LogDeviance;
import org.mlmath.numerics.special.Tails;

/** The Poisson distribution: P(X ≤ k) = Q(k + 1, λ), probabilities in Loader's saddle-point form. */
public final class Poisson implements Distribution {
    public static final Family FAMILY = Family.named("poisson")
            .title("Poisson distribution")
            .parameter(
                    Parameter.of("rate", "expected number of events λ ≥ 0", "\\lambda", Parameter.Domain.NON_NEGATIVE)
                            .alias("mean", "the rate", mean -> mean))
            .relation("rate", "rate must not exceed 1e15", p -> p[0] <= 1e15)
            .discrete()
            .support("k \\in \\{0, 1, \\dots\\}")
            .density("\\frac{\\lambda^ke^{-\\lambda}}{k!}")
            .distributionFunction("Q(\\lfloor k\\rfloor+1,\\,\\lambda)")
            .moment("mean", "\\lambda")
            .moment("variance", "\\lambda")
            .moment("skewness", "\\lambda^{-1/2}")
            .moment("excessKurtosis", "\\lambda^{-1}")
            .moment("entropy", "-\\sum_k P(k)\\ln P(k)")
            .moment("median", "\\min\\{k : F(k)\\ge\\tfrac12\\}")
            .moment("mode", "\\lfloor\\lambda\\rfloor")
            .fitting(Poisson::fit)
            .build(p -> new Poisson(p[0]));

    private final double rate;

    public Poisson(double rate) {
        this.rate = rate;
    }

    @Override
    public Support support() {
        return new Support(0, rate == 0 ? 0 : Double.POSITIVE_INFINITY, true);
    }

    @Override
    public double logDensity(double k) {
        return support().contains(k) && k < Double.POSITIVE_INFINITY
                ? continuedLogDensity(k)
                : Double.NEGATIVE_INFINITY;
    }

    private double continuedLogDensity(double k) {
        return k == 0 ? -rate + 0.0 : LogDeviance.logPoisson(k, rate, k - rate); // never -0
    }

    @Override
    public Tails tails(double x) {
        double k = Math.floor(x);
        if (k < 0) {
            return Tails.ALL_ABOVE;
        }
        return rate == 0 || k == Double.POSITIVE_INFINITY
                ? Tails.ALL_BELOW
                : IncompleteGamma.tails(k + 1, rate, k - rate + 1).mirrored();
    }

    @Override
    public Moments moments() {
        double skewness = rate > 0 ? 1 / Math.sqrt(rate) : Double.NaN;
        double kurtosis = rate > 0 ? 1 / rate : Double.NaN;
        return Moments.of(
                rate,
                rate,
                skewness,
                kurtosis,
                DiscreteEntropy.of(this, this::continuedLogDensity, rate, skewness, kurtosis),
                quantile(0.5),
                Math.floor(rate));
    }

    @Override
    public double sample(RandomGenerator random) {
        return PoissonSampler.sample(rate, random);
    }

    @Override
    public double centre() {
        return Math.rint(rate);
    }

    /** The mean by either method. */
    private static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        Sample.requireSupport(family, data, 0, Double.POSITIVE_INFINITY, false);
        if (method == FitMethod.MOMENTS) {
            return MomentFit.fit(
                    family,
                    data,
                    (mean, variance, fourth) -> new double[] {ScoreFit.or(fixed[0], mean)},
                    fixed,
                    "No Poisson distribution has these moments: the mean must not be negative.");
        }
        double rate = ScoreFit.or(fixed[0], sample.mean());
        if (rate == 0 && Double.isNaN(fixed[0])) {
            return Fit.closedForm(
                    family,
                    new double[] {0},
                    new double[] {Double.NaN},
                    data,
                    fixed,
                    method,
                    BinomialFit.ON_THE_BOUNDARY.replace("probability", "rate"));
        }
        double[] errors = {Math.sqrt(rate / data.length)};
        return Fit.closedForm(family, new double[] {rate}, errors, data, fixed, method);
    }
}
