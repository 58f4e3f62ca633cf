package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.DigammaDifference;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.numerics.special.GammaRatio;
import org.mlmath.numerics.special.IncompleteGamma;
import org.mlmath.numerics.special.Tails;

/** The chi-square distribution: a gamma distribution with shape ν/2 and scale 2. */
public final class ChiSquare implements Distribution {
    private static final double LOG_TWO = 0.693147180559945309417232121458;

    public static final Family FAMILY = Family.named("chi-square")
            .title("Chi-square distribution")
            .parameter(Parameter.positive(
                    "degreesOfFreedom", "degrees of freedom ν > 0, not necessarily an integer", "\\nu"))
            .support("x \\in [0, \\infty)")
            .density("\\frac{x^{\\nu/2-1}e^{-x/2}}{2^{\\nu/2}\\,\\Gamma(\\nu/2)}")
            .distributionFunction("P\\!\\left(\\tfrac{\\nu}{2},\\tfrac{x}{2}\\right)")
            .moment("mean", "\\nu")
            .moment("variance", "2\\nu")
            .moment("skewness", "\\sqrt{8/\\nu}")
            .moment("excessKurtosis", "12/\\nu")
            .moment(
                    "entropy",
                    "\\tfrac{\\nu}{2}+\\ln\\!\\left[2\\,\\Gamma(\\tfrac{\\nu}{2})\\right]"
                            + "+\\left(1-\\tfrac{\\nu}{2}\\right)\\psi(\\tfrac{\\nu}{2})")
            .moment("median", "2\\,P^{-1}\\!\\left(\\tfrac{\\nu}{2},\\tfrac12\\right)")
            .moment("mode", "\\max(\\nu-2,\\,0)")
            .fitting(ChiSquareFit::fit)
            .build(p -> new ChiSquare(p[0]));

    private final double degreesOfFreedom;

    public ChiSquare(double degreesOfFreedom) {
        this.degreesOfFreedom = degreesOfFreedom;
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
            return degreesOfFreedom < 2
                    ? Double.POSITIVE_INFINITY
                    : degreesOfFreedom == 2 ? -LOG_TWO : Double.NEGATIVE_INFINITY;
        }
        return IncompleteGamma.logPower(0.5 * degreesOfFreedom, 0.5 * x) - Math.log(x);
    }

    @Override
    public double hazard(double x) {
        return new Gamma(0.5 * degreesOfFreedom, 0.5).hazard(x);
    }

    @Override
    public Tails tails(double x) {
        return IncompleteGamma.tails(0.5 * degreesOfFreedom, 0.5 * x);
    }

    @Override
    public Moments moments() {
        double nu = degreesOfFreedom;
        return Moments.of(nu, 2 * nu, Math.sqrt(8 / nu), 12 / nu, entropy(), quantile(0.5), Math.max(nu - 2, 0));
    }

    /** With a = ν/2: a + log 2 + log Γ(a) + (1 − a)ψ(a), the large terms of Stirling's formula cancelled by hand. */
    private double entropy() {
        double a = 0.5 * degreesOfFreedom;
        if (a < 1) {
            return a + LOG_TWO + GammaRatio.logGamma1p(a) - Math.log(a) + (1 - a) * GammaFunctions.digamma(a);
        }
        return LOG_TWO + GammaRatio.logGammaExcess(a) + (1 - a) * DigammaDifference.minusLog(a);
    }

    @Override
    public double sample(RandomGenerator random) {
        return 2 * Math.exp(GammaSampler.logSample(0.5 * degreesOfFreedom, random));
    }

    @Override
    public double centre() {
        double spread = 2 / (9 * degreesOfFreedom);
        double root = 1 - spread;
        return spread < 0.5 ? degreesOfFreedom * root * root * root : degreesOfFreedom;
    }
}
