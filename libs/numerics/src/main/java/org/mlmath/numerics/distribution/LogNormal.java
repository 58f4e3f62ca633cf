package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.special.Tails;

/** The log-normal distribution: log X is normal. */
public final class LogNormal implements Distribution {
    public static final Family FAMILY = Family.named("log-normal")
            .title("Log-normal distribution")
            .parameter(Parameter.real("logMean", "mean μ of log X", "\\mu"))
            .parameter(Parameter.positive("logStandardDeviation", "standard deviation σ > 0 of log X", "\\sigma"))
            .support("x \\in (0, \\infty)")
            .density("\\frac{1}{x\\sigma\\sqrt{2\\pi}}\\,e^{-(\\ln x-\\mu)^2/(2\\sigma^2)}")
            .distributionFunction("\\Phi\\!\\left(\\frac{\\ln x-\\mu}{\\sigma}\\right)")
            .moment("mean", "e^{\\mu+\\sigma^2/2}")
            .moment("variance", "(e^{\\sigma^2}-1)\\,e^{2\\mu+\\sigma^2}")
            .moment("skewness", "(e^{\\sigma^2}+2)\\sqrt{e^{\\sigma^2}-1}")
            .moment("excessKurtosis", "e^{4\\sigma^2}+2e^{3\\sigma^2}+3e^{2\\sigma^2}-6")
            .moment("entropy", "\\mu+\\tfrac12\\ln(2\\pi e\\sigma^2)")
            .moment("median", "e^\\mu")
            .moment("mode", "e^{\\mu-\\sigma^2}")
            .fitting(LogNormal::fit)
            .build(p -> new LogNormal(p[0], p[1]));

    /** Nearer than this to the median, log(x/e^μ) comes from x/e^μ − 1. */
    private static final double NEAR = 0.5;

    private final double logMean;
    private final double logStandardDeviation;
    private final double median;

    public LogNormal(double logMean, double logStandardDeviation) {
        this.logMean = logMean;
        this.logStandardDeviation = logStandardDeviation;
        this.median = Math.exp(logMean);
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    /** (log x − μ)/σ; from x/e^μ, whose logarithm is small, rather than as a difference of two large ones. */
    private double standardized(double x) {
        double ratio = x / median;
        if (!ordinary(median) || !ordinary(ratio)) {
            return (Math.log(x) - logMean) / logStandardDeviation;
        }
        double difference = Math.abs(ratio - 1) < NEAR ? Math.log1p((x - median) / median) : Math.log(ratio);
        return difference / logStandardDeviation;
    }

    private static boolean ordinary(double value) {
        return value >= Double.MIN_NORMAL && value <= Double.MAX_VALUE;
    }

    @Override
    public double logDensity(double x) {
        if (x <= 0 || x == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        double z = standardized(x);
        return -0.5 * z * z - Normal.HALF_LOG_TWO_PI - Math.log(logStandardDeviation) - Math.log(x);
    }

    @Override
    public double hazard(double x) {
        double z = x > 0 && x < Double.POSITIVE_INFINITY ? standardized(x) : 0;
        return z > 0 ? Normal.standardHazard(z) / logStandardDeviation / x : Distribution.super.hazard(x);
    }

    @Override
    public Tails tails(double x) {
        if (x <= 0) {
            return Tails.ALL_ABOVE;
        }
        return x == Double.POSITIVE_INFINITY ? Tails.ALL_BELOW : Normal.standardTails(standardized(x));
    }

    @Override
    public double quantile(TailProbability probability) {
        if (probability.logUpper() == Double.NEGATIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double deviation = logStandardDeviation * Normal.standardQuantile(probability);
        double x = StandardExponential.scaled(median, deviation);
        return orUndefined(ordinary(median) && ordinary(x) ? x : Math.exp(logMean + deviation));
    }

    @Override
    public Moments moments() {
        double square = logStandardDeviation * logStandardDeviation;
        double w = Math.expm1(square);
        double mean = orUndefined(Math.exp(logMean + 0.5 * square));
        double deviation = orUndefined(mean * Math.sqrt(w));
        return new Moments(
                mean,
                orUndefined(deviation * deviation),
                deviation,
                orUndefined((w + 3) * Math.sqrt(w)),
                orUndefined(w * (16 + w * (15 + w * (6 + w)))),
                logMean + 0.5 + Normal.HALF_LOG_TWO_PI + Math.log(logStandardDeviation),
                orUndefined(median),
                orUndefined(Math.exp(logMean - square)));
    }

    /** What overflows is undefined, not infinite. */
    private static double orUndefined(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    @Override
    public double sample(RandomGenerator random) {
        return Math.exp(logMean + logStandardDeviation * random.nextGaussian());
    }

    @Override
    public double centre() {
        return Math.clamp(median, Double.MIN_NORMAL, Double.MAX_VALUE);
    }

    /** By likelihood the normal fit of the logarithms; by moments σ² = log(1 + variance/mean²). */
    private static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample.requireSupport(family, data, 0, Double.POSITIVE_INFINITY, true);
        if (method == FitMethod.MOMENTS) {
            Sample.of(data).requireVariation(fixed);
            return MomentFit.fit(
                    family,
                    data,
                    (mean, variance, fourth) -> fromMoments(mean, variance, fixed),
                    fixed,
                    "No log-normal distribution has these moments: the variance must be positive.");
        }
        double[] logarithms = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            logarithms[i] = Math.log(data[i]);
        }
        Fit normal = NormalFit.fit(Normal.FAMILY, logarithms, method, fixed, deadline);
        return Fit.closedForm(family, normal.parameters(), normal.standardErrors(), data, fixed, method);
    }

    private static double[] fromMoments(double mean, double variance, double[] fixed) {
        double square = Math.log1p(variance / (mean * mean));
        double deviation = ScoreFit.or(fixed[1], Math.sqrt(square));
        return new double[] {ScoreFit.or(fixed[0], Math.log(mean) - 0.5 * deviation * deviation), deviation};
    }
}
