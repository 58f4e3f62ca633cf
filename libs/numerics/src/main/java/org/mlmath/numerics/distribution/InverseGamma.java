package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.numerics.special.IncompleteGamma;
import org.mlmath.numerics.special.Tails;

/** The inverse gamma distribution: β/X is a gamma variable with rate 1. */
public final class InverseGamma implements Distribution {
    public static final Family FAMILY = Family.named("inverse-gamma")
            .title("Inverse gamma distribution")
            .parameter(Parameter.positive("shape", "shape α > 0", "\\alpha"))
            .parameter(Parameter.positive("scale", "scale β > 0", "\\beta"))
            .support("x \\in (0, \\infty)")
            .density("\\frac{\\beta^\\alpha}{\\Gamma(\\alpha)}x^{-\\alpha-1}e^{-\\beta/x}")
            .distributionFunction("Q\\!\\left(\\alpha,\\tfrac{\\beta}{x}\\right)")
            .moment("mean", "\\frac{\\beta}{\\alpha-1}\\quad(\\alpha>1)")
            .moment("variance", "\\frac{\\beta^2}{(\\alpha-1)^2(\\alpha-2)}\\quad(\\alpha>2)")
            .moment("skewness", "\\frac{4\\sqrt{\\alpha-2}}{\\alpha-3}\\quad(\\alpha>3)")
            .moment("excessKurtosis", "\\frac{6(5\\alpha-11)}{(\\alpha-3)(\\alpha-4)}\\quad(\\alpha>4)")
            .moment("entropy", "\\alpha+\\ln[\\beta\\,\\Gamma(\\alpha)]-(1+\\alpha)\\psi(\\alpha)")
            .moment("median", "\\text{the } x \\text{ with } F(x)=\\tfrac12")
            .moment("mode", "\\frac{\\beta}{\\alpha+1}")
            .fitting(GammaFit.OF_RECIPROCAL)
            .build(p -> new InverseGamma(p[0], p[1]));

    private final double shape;
    private final double scale;

    public InverseGamma(double shape, double scale) {
        this.shape = shape;
        this.scale = scale;
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    @Override
    public double logDensity(double x) {
        return x <= 0 || x == Double.POSITIVE_INFINITY
                ? Double.NEGATIVE_INFINITY
                : IncompleteGamma.logPower(shape, reciprocal(x), excess(x)) - Math.log(x);
    }

    @Override
    public Tails tails(double x) {
        if (x <= 0) {
            return Tails.ALL_ABOVE;
        }
        return x == Double.POSITIVE_INFINITY
                ? Tails.ALL_BELOW
                : IncompleteGamma.tails(shape, reciprocal(x), excess(x)).mirrored();
    }

    private double reciprocal(double x) {
        return Math.clamp(scale / x, Double.MIN_VALUE, Double.MAX_VALUE);
    }

    /** α − β/x = (αx − β)/x, rounded once. */
    private double excess(double x) {
        double excess = Math.fma(shape, x, -scale) / x;
        return Double.isFinite(excess) ? excess : shape - reciprocal(x);
    }

    @Override
    public Moments moments() {
        double a = shape;
        double infinity = Double.POSITIVE_INFINITY;
        double mean = a > 1 ? scale / (a - 1) : infinity;
        double variance = a > 2 ? mean * mean / (a - 2) : a > 1 ? infinity : Double.NaN;
        double skewness = a > 3 ? 4 * Math.sqrt(a - 2) / (a - 3) : a > 2 ? infinity : Double.NaN;
        double kurtosis = a > 4 ? 6 * (5 * a - 11) / (a - 3) / (a - 4) : a > 2 ? infinity : Double.NaN;
        double entropy = Gamma.standardEntropy(a) - 2 * GammaFunctions.digamma(a) + Math.log(scale);
        return Moments.of(mean, variance, skewness, kurtosis, entropy, quantile(0.5), scale / (a + 1));
    }

    @Override
    public double sample(RandomGenerator random) {
        return scale * Math.exp(-GammaSampler.logSample(shape, random));
    }

    @Override
    public double centre() {
        return Math.clamp(scale / shape, Double.MIN_NORMAL, Double.MAX_VALUE);
    }
}
