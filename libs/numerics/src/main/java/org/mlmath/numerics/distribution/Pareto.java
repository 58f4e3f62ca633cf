package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.numerics.special.Tails;

/** The Pareto distribution (of the first kind): α·log(X/s) is a standard exponential variable. */
public final class Pareto implements Distribution {
    public static final Family FAMILY = Family.named("pareto")
            .title("Pareto distribution")
            .parameter(Parameter.positive("shape", "exponent α > 0 of the tail", "\\alpha"))
            .parameter(Parameter.positive("scale", "smallest value s > 0", "s"))
            .support("x \\in [s, \\infty)")
            .density("\\frac{\\alpha s^\\alpha}{x^{\\alpha+1}}")
            .distributionFunction("1-\\left(\\frac{s}{x}\\right)^\\alpha")
            .moment("mean", "\\frac{\\alpha s}{\\alpha-1}\\quad(\\alpha>1)")
            .moment("variance", "\\frac{\\alpha s^2}{(\\alpha-1)^2(\\alpha-2)}\\quad(\\alpha>2)")
            .moment("skewness", "\\frac{2(1+\\alpha)}{\\alpha-3}\\sqrt{\\frac{\\alpha-2}{\\alpha}}\\quad(\\alpha>3)")
            .moment(
                    "excessKurtosis",
                    "\\frac{6(\\alpha^3+\\alpha^2-6\\alpha-2)}{\\alpha(\\alpha-3)(\\alpha-4)}\\quad(\\alpha>4)")
            .moment("entropy", "\\ln\\frac{s}{\\alpha}+\\frac{1}{\\alpha}+1")
            .moment("median", "s\\,2^{1/\\alpha}")
            .moment("mode", "s")
            .fitting(Pareto::fit)
            .build(p -> new Pareto(p[0], p[1]));

    private final double shape;
    private final double scale;

    public Pareto(double shape, double scale) {
        this.shape = shape;
        this.scale = scale;
    }

    @Override
    public Support support() {
        return new Support(scale, Double.POSITIVE_INFINITY, false);
    }

    /** log(x/s), accurate near 0. */
    private double logRatio(double x) {
        double excess = (x - scale) / scale;
        return excess < 1 ? Math.log1p(excess) : Math.log(x) - Math.log(scale);
    }

    @Override
    public double logDensity(double x) {
        return x < scale || x == Double.POSITIVE_INFINITY
                ? Double.NEGATIVE_INFINITY
                : Math.log(shape) - Math.log(x) - shape * logRatio(x);
    }

    @Override
    public Tails tails(double x) {
        if (x <= scale) {
            return Tails.ALL_ABOVE;
        }
        double log = logRatio(x);
        return StandardExponential.tails(shape * log, Math.log(shape) + Math.log(log));
    }

    @Override
    public double quantile(TailProbability probability) {
        if (probability.logUpper() == Double.NEGATIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double log = StandardExponential.quantile(probability) / shape;
        double x = log < 0.5 ? scale + scale * Math.expm1(log) : StandardExponential.scaled(scale, log);
        return Double.isInfinite(x) ? Double.NaN : x;
    }

    @Override
    public Moments moments() {
        double a = shape;
        double infinity = Double.POSITIVE_INFINITY;
        double mean = a > 1 ? scale * (a / (a - 1)) : infinity;
        double variance = a > 2 ? scale / (a - 1) * (scale / (a - 1)) * (a / (a - 2)) : a > 1 ? infinity : Double.NaN;
        double skewness = a > 3 ? 2 * (1 + a) / (a - 3) * Math.sqrt((a - 2) / a) : a > 2 ? infinity : Double.NaN;
        double kurtosis = a > 4
                ? 6 * ((a + 1) / (a - 3) * (a / (a - 4)) - (6 + 2 / a) / (a - 3) / (a - 4))
                : a > 2 ? infinity : Double.NaN;
        double entropy = Math.log(scale) - Math.log(a) + 1 / a + 1;
        return Moments.of(mean, variance, skewness, kurtosis, entropy, quantile(0.5), scale);
    }

    @Override
    public double sample(RandomGenerator random) {
        return scale * Math.exp(random.nextExponential() / shape);
    }

    @Override
    public double centre() {
        return scale;
    }

    /** By likelihood the scale is the smallest observation and 1/α the mean of log(x/s); moments from mean and variance. */
    private static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        boolean scaleFixed = !Double.isNaN(fixed[1]);
        Sample.requireSupport(family, data, scaleFixed ? fixed[1] : Double.MIN_VALUE, Double.POSITIVE_INFINITY, false);
        if (method == FitMethod.MOMENTS) {
            return MomentFit.fit(
                    family,
                    data,
                    (mean, variance, fourth) -> fromMoments(mean, variance, fixed),
                    fixed,
                    "No Pareto distribution has these moments: the variance must be positive. Use mle.");
        }
        double scale = ScoreFit.or(fixed[1], sample.smallest());
        Pareto unit = new Pareto(1, scale);
        CompensatedSum logarithms = new CompensatedSum();
        for (double x : data) {
            logarithms.add(unit.logRatio(x));
        }
        if (Double.isNaN(fixed[0]) && !(logarithms.value() > 0)) {
            throw Sample.noVariation(data.length);
        }
        double shape = ScoreFit.or(fixed[0], data.length / logarithms.value());
        double[] parameters = {shape, scale};
        double[] errors = {shape / Math.sqrt(data.length), Double.NaN};
        return scaleFixed
                ? Fit.closedForm(family, parameters, errors, data, fixed, method)
                : Fit.closedForm(
                        family,
                        parameters,
                        errors,
                        data,
                        fixed,
                        method,
                        "The scale is the smallest observation: the likelihood is largest at a boundary, where the information says nothing of it.");
    }

    private static double[] fromMoments(double mean, double variance, double[] fixed) {
        double shape = fixed[0];
        double scale = fixed[1];
        if (Double.isNaN(shape)) {
            shape = Double.isNaN(scale) ? 1 + Math.sqrt(1 + mean * mean / variance) : mean / (mean - scale);
        }
        return new double[] {shape, Double.isNaN(scale) ? mean * (shape - 1) / shape : scale};
    }
}
