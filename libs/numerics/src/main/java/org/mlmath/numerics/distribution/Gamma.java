package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.DigammaDifference;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.numerics.special.GammaRatio;
import org.mlmath.numerics.special.IncompleteGamma;
import org.mlmath.numerics.special.Tails;

/**
 * The gamma distribution with shape a and rate λ. P(X ≤ x) = P(a, λx), with a − λx rounded only once so that a shape of 1e9 costs no
 * digits.
 */
public final class Gamma implements Distribution {
    public static final Family FAMILY = Family.named("gamma")
            .title("Gamma distribution")
            .parameter(Parameter.positive("shape", "shape a > 0", "a"))
            .parameter(Parameter.positive("rate", "rate λ > 0", "\\lambda")
                    .alias("scale", "the scale 1/λ", scale -> 1 / scale))
            .support("x \\in [0, \\infty)")
            .density("\\frac{\\lambda^a x^{a-1}e^{-\\lambda x}}{\\Gamma(a)}")
            .distributionFunction("P(a,\\,\\lambda x)")
            .moment("mean", "\\frac{a}{\\lambda}")
            .moment("variance", "\\frac{a}{\\lambda^2}")
            .moment("skewness", "\\frac{2}{\\sqrt a}")
            .moment("excessKurtosis", "\\frac{6}{a}")
            .moment("entropy", "a-\\ln\\lambda+\\ln\\Gamma(a)+(1-a)\\psi(a)")
            .moment("median", "\\frac{1}{\\lambda}P^{-1}\\!\\left(a,\\tfrac12\\right)")
            .moment("mode", "\\frac{\\max(a-1,\\,0)}{\\lambda}")
            .fitting(GammaFit.FITTER)
            .build(p -> new Gamma(p[0], p[1]));

    /** From here on the hazard is a quotient from which x^a e^{−x} has cancelled. */
    private static final double FAR = 2;

    private final double shape;
    private final double rate;

    public Gamma(double shape, double rate) {
        this.shape = shape;
        this.rate = rate;
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    @Override
    public double logDensity(double x) {
        if (x < 0 || x == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == 0) {
            return shape < 1 ? Double.POSITIVE_INFINITY : shape == 1 ? Math.log(rate) : Double.NEGATIVE_INFINITY;
        }
        return IncompleteGamma.logPower(shape, scaled(x), deficit(x)) - Math.log(x);
    }

    @Override
    public double hazard(double x) {
        double z = rate * x;
        return z > shape && z > FAR && x < Double.POSITIVE_INFINITY
                ? 1 / (x * IncompleteGamma.upperRatio(shape, scaled(x), deficit(x)))
                : Distribution.super.hazard(x);
    }

    @Override
    public Tails tails(double x) {
        if (x <= 0) {
            return Tails.ALL_ABOVE;
        }
        return x == Double.POSITIVE_INFINITY ? Tails.ALL_BELOW : IncompleteGamma.tails(shape, scaled(x), deficit(x));
    }

    private double scaled(double x) {
        return Math.clamp(rate * x, Double.MIN_VALUE, Double.MAX_VALUE);
    }

    private double deficit(double x) {
        return Math.max(Math.fma(-rate, x, shape), -Double.MAX_VALUE);
    }

    @Override
    public Moments moments() {
        return new Moments(
                shape / rate,
                shape / rate / rate,
                Math.sqrt(shape) / rate,
                2 / Math.sqrt(shape),
                6 / shape,
                standardEntropy(shape) - Math.log(rate),
                quantile(0.5),
                Math.max(shape - 1, 0) / rate);
    }

    /** With rate 1: a + log Γ(a) + (1 − a)ψ(a), the large terms of Stirling's formula cancelled by hand. */
    static double standardEntropy(double a) {
        if (a < 1) {
            return a + GammaRatio.logGamma1p(a) - Math.log(a) + (1 - a) * GammaFunctions.digamma(a);
        }
        return GammaRatio.logGammaExcess(a) + (1 - a) * DigammaDifference.minusLog(a);
    }

    @Override
    public double sample(RandomGenerator random) {
        return Math.exp(GammaSampler.logSample(shape, random)) / rate;
    }

    @Override
    public double centre() {
        double spread = 1 / (9 * shape);
        double root = 1 - spread;
        return Math.min((spread < 0.5 ? shape * root * root * root : shape) / rate, Double.MAX_VALUE);
    }
}
