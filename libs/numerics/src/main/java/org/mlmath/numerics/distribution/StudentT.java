package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.DigammaDifference;
import org.mlmath.numerics.special.GammaRatio;
import org.mlmath.numerics.special.IncompleteBeta;
import org.mlmath.numerics.special.Tails;

/**
 * Student's t distribution with location and scale. P(T < −t) = ½ I_x(ν/2, ½) with x = ν/(ν + t²), whose distance from its mean is
 * (ν/2)(t² − 1)/(ν + t²); once x is below an ulp, the leading term x^{ν/2}/(ν B(ν/2, ½)) in logarithms, so that t may reach the
 * largest double.
 */
public final class StudentT implements Distribution {
    private static final double LOG_PI = 1.14472988584940017414342735135;
    private static final double LOG_TWO = 0.693147180559945309417232121458;

    public static final Family FAMILY = Family.named("student-t")
            .title("Student's t distribution")
            .parameter(Parameter.positive(
                    "degreesOfFreedom", "degrees of freedom ν > 0, not necessarily an integer", "\\nu"))
            .parameter(
                    Parameter.real("location", "centre of symmetry μ", "\\mu").defaulting(0))
            .parameter(Parameter.positive("scale", "scale σ > 0; not the standard deviation", "\\sigma")
                    .defaulting(1))
            .support("x \\in \\mathbb{R}")
            .density("\\frac{\\Gamma(\\frac{\\nu+1}{2})}{\\sigma\\sqrt{\\nu\\pi}\\,\\Gamma(\\frac{\\nu}{2})}"
                    + "\\left(1+\\frac{1}{\\nu}\\left(\\frac{x-\\mu}{\\sigma}\\right)^2\\right)^{-(\\nu+1)/2}")
            .distributionFunction("\\tfrac12 I_{\\nu/(\\nu+t^2)}\\!\\left(\\tfrac{\\nu}{2},\\tfrac12\\right)"
                    + "\\text{ for } t=\\tfrac{x-\\mu}{\\sigma}\\le 0\\text{, else } 1-\\tfrac12 I_{\\nu/(\\nu+t^2)}"
                    + "\\!\\left(\\tfrac{\\nu}{2},\\tfrac12\\right)")
            .moment("mean", "\\mu \\quad(\\nu>1)")
            .moment("variance", "\\sigma^2\\frac{\\nu}{\\nu-2}\\quad(\\nu>2;\\ \\infty\\text{ for }1<\\nu\\le2)")
            .moment("skewness", "0\\quad(\\nu>3)")
            .moment("excessKurtosis", "\\frac{6}{\\nu-4}\\quad(\\nu>4;\\ \\infty\\text{ for }2<\\nu\\le4)")
            .moment(
                    "entropy",
                    "\\tfrac{\\nu+1}{2}\\left[\\psi(\\tfrac{\\nu+1}{2})-\\psi(\\tfrac{\\nu}{2})\\right]"
                            + "+\\ln\\!\\left[\\sigma\\sqrt{\\nu}\\,B(\\tfrac{\\nu}{2},\\tfrac12)\\right]")
            .moment("median", "\\mu")
            .moment("mode", "\\mu")
            .fitting(StudentTFit::fit)
            .build(p -> new StudentT(p[0], p[1], p[2]));

    private final double degreesOfFreedom;
    private final double location;
    private final double scale;
    private final double logRootBeta; // log(√ν B(ν/2, ½))

    public StudentT(double degreesOfFreedom) {
        this(degreesOfFreedom, 0, 1);
    }

    public StudentT(double degreesOfFreedom, double location, double scale) {
        this.degreesOfFreedom = degreesOfFreedom;
        this.location = location;
        this.scale = scale;
        this.logRootBeta =
                0.5 * Math.log(degreesOfFreedom) + 0.5 * LOG_PI - GammaRatio.logRising(0.5, 0.5 * degreesOfFreedom);
    }

    @Override
    public Support support() {
        return Support.REAL_LINE;
    }

    @Override
    public double logDensity(double x) {
        double t = (x - location) / scale;
        return -logRootBeta - Math.log(scale) - 0.5 * (degreesOfFreedom + 1) * logOnePlusSquare(t);
    }

    /** log(1 + t²/ν) also where t² overflows. */
    private double logOnePlusSquare(double t) {
        double square = t * t / degreesOfFreedom;
        return square < 1e300 ? Math.log1p(square) : 2 * Math.log(Math.abs(t)) - Math.log(degreesOfFreedom);
    }

    @Override
    public Tails tails(double x) {
        return standardTails((x - location) / scale);
    }

    private Tails standardTails(double t) {
        if (t > 0) {
            return standardTails(-t).mirrored();
        }
        if (t == Double.NEGATIVE_INFINITY) {
            return Tails.ALL_ABOVE;
        }
        double nu = degreesOfFreedom;
        double square = t * t;
        double x = nu / (nu + square);
        if (x * Math.max(1, nu) < 1e-17) {
            double logRelative = Math.log(-t) - 0.5 * Math.log(nu);
            return Tails.ofLogLower(-nu * logRelative - 0.5 * Math.log(nu) - logRootBeta);
        }
        double y = square / (nu + square);
        double excess = 0.5 * nu * ((-t - 1) * (-t + 1) / (nu + square));
        Tails twoSided = IncompleteBeta.tails(0.5 * nu, 0.5, x, y, excess);
        double lower = 0.5 * twoSided.lower();
        double upper = 0.5 + 0.5 * twoSided.upper();
        return new Tails(lower, upper, twoSided.logLower() - LOG_TWO, Math.log1p(-lower) + 0.0);
    }

    @Override
    public Moments moments() {
        double nu = degreesOfFreedom;
        double variance = nu > 2 ? scale * scale * (nu / (nu - 2)) : nu > 1 ? Double.POSITIVE_INFINITY : Double.NaN;
        double kurtosis = nu > 4 ? 6 / (nu - 4) : nu > 2 ? Double.POSITIVE_INFINITY : Double.NaN;
        return Moments.of(
                nu > 1 ? location : Double.NaN,
                variance,
                nu > 3 ? 0 : Double.NaN,
                kurtosis,
                entropy(),
                location,
                location);
    }

    private double entropy() {
        double half = 0.5 * degreesOfFreedom;
        return (half + 0.5) * DigammaDifference.halfStep(half) + logRootBeta + Math.log(scale);
    }

    @Override
    public double quantile(TailProbability probability) {
        TailProbability p = probability.smaller();
        double t = ContinuousQuantile.of(location == 0 && scale == 1 ? this : new StudentT(degreesOfFreedom), p);
        return location + scale * t;
    }

    @Override
    public double sample(RandomGenerator random) {
        double logMeanSquare = Math.log(2 / degreesOfFreedom) + GammaSampler.logSample(0.5 * degreesOfFreedom, random);
        return location + scale * (random.nextGaussian() * Math.exp(-0.5 * logMeanSquare));
    }

    @Override
    public double centre() {
        return location;
    }
}
