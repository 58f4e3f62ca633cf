package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.numerics.special.Tails;

/** The Weibull distribution: (X/s)^k is a standard exponential variable. */
public final class Weibull implements Distribution {
    static final double EULER = 0.577215664901532860606512090082;

    public static final Family FAMILY = Family.named("weibull")
            .title("Weibull distribution")
            .parameter(Parameter.positive("shape", "shape k > 0", "k"))
            .parameter(Parameter.positive("scale", "scale s > 0: 63.2 % lie below it", "s"))
            .support("x \\in [0, \\infty)")
            .density("\\frac{k}{s}\\left(\\frac{x}{s}\\right)^{k-1}e^{-(x/s)^k}")
            .distributionFunction("1-e^{-(x/s)^k}")
            .moment("mean", "s\\,\\Gamma_1,\\ \\Gamma_j=\\Gamma(1+\\tfrac{j}{k})")
            .moment("variance", "s^2(\\Gamma_2-\\Gamma_1^2)")
            .moment("skewness", "\\frac{\\Gamma_3-3\\Gamma_1\\Gamma_2+2\\Gamma_1^3}{(\\Gamma_2-\\Gamma_1^2)^{3/2}}")
            .moment(
                    "excessKurtosis",
                    "\\frac{\\Gamma_4-4\\Gamma_1\\Gamma_3+6\\Gamma_1^2\\Gamma_2-3\\Gamma_1^4}{(\\Gamma_2-\\Gamma_1^2)^2}-3")
            .moment("entropy", "\\gamma\\left(1-\\tfrac1k\\right)+\\ln\\tfrac{s}{k}+1")
            .moment("median", "s\\,(\\ln2)^{1/k}")
            .moment("mode", "s\\left(\\tfrac{k-1}{k}\\right)^{1/k}\\quad(k>1;\\ 0\\text{ for }k\\le1)")
            .fitting(WeibullFit.FITTER)
            .build(p -> new Weibull(p[0], p[1]));

    private final double shape;
    private final double scale;

    public Weibull(double shape, double scale) {
        this.shape = shape;
        this.scale = scale;
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    private double logRatio(double x) {
        double ratio = x / scale;
        return ordinary(ratio) ? Math.log(ratio) : Math.log(x) - Math.log(scale);
    }

    /** (x/λ)^k, which may well be a number where the ratio is none. */
    private double power(double x) {
        double ratio = x / scale;
        return ordinary(ratio) ? Math.pow(ratio, shape) : Math.exp(shape * logRatio(x));
    }

    private static boolean ordinary(double ratio) {
        return ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE;
    }

    @Override
    public double logDensity(double x) {
        if (x < 0 || x == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        double constant = Math.log(shape) - Math.log(scale);
        if (x == 0) {
            return shape < 1 ? Double.POSITIVE_INFINITY : shape == 1 ? constant : Double.NEGATIVE_INFINITY;
        }
        return constant + (shape - 1) * logRatio(x) - power(x);
    }

    /** k/λ · (x/λ)^{k−1}: the exponentials of density and survival cancel. */
    @Override
    public double hazard(double x) {
        return x > 0 && x < Double.POSITIVE_INFINITY
                ? Math.exp((shape - 1) * logRatio(x)) * shape / scale
                : Distribution.super.hazard(x);
    }

    @Override
    public Tails tails(double x) {
        return x <= 0 ? Tails.ALL_ABOVE : StandardExponential.tails(power(x), shape * logRatio(x));
    }

    @Override
    public double quantile(TailProbability probability) {
        if (probability.logUpper() == Double.NEGATIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double x = StandardExponential.scaled(scale, StandardExponential.logQuantile(probability) / shape);
        return Double.isInfinite(x) ? Double.NaN : x;
    }

    @Override
    public Moments moments() {
        double e = 1 / shape;
        PowerOfExponential power = new PowerOfExponential(e);
        double mean = scale * GammaFunctions.gamma(1 + e);
        double deviation = mean * power.variation();
        return new Moments(
                orUndefined(mean),
                orUndefined(deviation * deviation),
                orUndefined(deviation),
                power.skewness(),
                power.excessKurtosis(),
                EULER * (1 - e) + Math.log(scale) - Math.log(shape) + 1,
                quantile(0.5),
                shape > 1 ? scale * Math.pow(1 - e, e) : 0);
    }

    private static double orUndefined(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    @Override
    public double sample(RandomGenerator random) {
        return scale * Math.pow(random.nextExponential(), 1 / shape);
    }

    @Override
    public double centre() {
        return scale;
    }
}
