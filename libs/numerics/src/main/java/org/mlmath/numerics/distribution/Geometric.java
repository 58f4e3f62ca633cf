package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.special.Tails;

/** The geometric distribution: the number of trials up to and including the first success. */
public final class Geometric implements Distribution {
    public static final Family FAMILY = Family.named("geometric")
            .title("Geometric distribution (counts trials, from 1)")
            .parameter(Parameter.of(
                    "probability",
                    "probability p > 0 of success in each trial",
                    "p",
                    Parameter.Domain.POSITIVE_PROBABILITY))
            .discrete()
            .support("k \\in \\{1, 2, \\dots\\}")
            .density("(1-p)^{k-1}p")
            .distributionFunction("1-(1-p)^{\\lfloor k\\rfloor}")
            .moment("mean", "\\frac1p")
            .moment("variance", "\\frac{1-p}{p^2}")
            .moment("skewness", "\\frac{2-p}{\\sqrt{1-p}}")
            .moment("excessKurtosis", "6+\\frac{p^2}{1-p}")
            .moment("entropy", "-\\frac{p\\ln p+(1-p)\\ln(1-p)}{p}")
            .moment("median", "\\left\\lceil\\frac{-\\ln2}{\\ln(1-p)}\\right\\rceil")
            .moment("mode", "1")
            .fitting(Geometric::fit)
            .build(p -> new Geometric(p[0]));

    private final double probability;
    private final double hazard; // −log(1 − p)

    public Geometric(double probability) {
        this.probability = probability;
        this.hazard = -Math.log1p(-probability);
    }

    @Override
    public Support support() {
        return new Support(1, probability == 1 ? 1 : Double.POSITIVE_INFINITY, true);
    }

    @Override
    public double logDensity(double k) {
        if (!support().contains(k) || k == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.log(probability) - (k == 1 ? 0 : (k - 1) * hazard);
    }

    /** The next trial succeeds with the same probability however many have failed. */
    @Override
    public double hazard(double k) {
        return support().contains(k) && k < Double.POSITIVE_INFINITY ? probability : Distribution.super.hazard(k);
    }

    @Override
    public Tails tails(double x) {
        double k = Math.floor(x);
        return k < 1 ? Tails.ALL_ABOVE : StandardExponential.tails(k * hazard, Math.log(k) + Math.log(hazard));
    }

    @Override
    public Moments moments() {
        double p = probability;
        double q = 1 - p;
        double mean = 1 / p;
        return Moments.of(
                mean,
                q / p / p,
                q > 0 ? (2 - p) / Math.sqrt(q) : Double.NaN,
                q > 0 ? 6 + p * p / q : Double.NaN,
                q > 0 ? -Math.log(p) + q / p * hazard : 0,
                quantile(0.5),
                1);
    }

    @Override
    public double sample(RandomGenerator random) {
        return 1 + Math.floor(random.nextExponential() / hazard);
    }

    @Override
    public double centre() {
        return Math.min(Math.rint(1 / probability), Double.MAX_VALUE);
    }

    /** The reciprocal of the mean by either method. */
    private static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        Sample.requireSupport(family, data, 1, Double.POSITIVE_INFINITY, false);
        if (method == FitMethod.MOMENTS) {
            return MomentFit.fit(
                    family,
                    data,
                    (mean, variance, fourth) -> new double[] {ScoreFit.or(fixed[0], Math.min(1, 1 / mean))},
                    fixed,
                    "No geometric distribution has these moments: the mean must be at least 1.");
        }
        double p = ScoreFit.or(fixed[0], 1 / sample.mean());
        double[] parameters = {p};
        if (p == 1 && Double.isNaN(fixed[0])) {
            return Fit.closedForm(
                    family, parameters, new double[] {Double.NaN}, data, fixed, method, BinomialFit.ON_THE_BOUNDARY);
        }
        double[] errors = {p * Math.sqrt((1 - p) / data.length)};
        return Fit.closedForm(family, parameters, errors, data, fixed, method);
    }
}
