package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.InverseErfc;
import org.mlmath.numerics.special.Tails;

/**
 * The normal distribution. Tails by the scaled complementary error function, Φ(−z) = ½ erfcx(z/√2) e^{−z²/2}, with z² split so that
 * e^{−z²/2} keeps its digits far out.
 */
public final class Normal implements Distribution {
    static final double HALF_LOG_TWO_PI = 0.918938533204672741780329736406;
    private static final double ROOT_HALF = 0.707106781186547524400844362105;
    private static final double ROOT_TWO = 1.41421356237309504880168872421;
    /** From here on the normal hazard, z + 1/z − …, is z. */
    private static final double FAR = 1e9;

    private static final Normal STANDARD = new Normal(0, 1);

    public static final Family FAMILY = Family.named("normal")
            .title("Normal (Gaussian) distribution")
            .parameter(Parameter.real("mean", "centre μ, also the median and the mode", "\\mu"))
            .parameter(Parameter.positive("standardDeviation", "standard deviation σ > 0", "\\sigma"))
            .support("x \\in \\mathbb{R}")
            .density("\\frac{1}{\\sigma\\sqrt{2\\pi}}\\,e^{-(x-\\mu)^2/(2\\sigma^2)}")
            .distributionFunction("\\Phi\\!\\left(\\frac{x-\\mu}{\\sigma}\\right)")
            .moment("mean", "\\mu")
            .moment("variance", "\\sigma^2")
            .moment("skewness", "0")
            .moment("excessKurtosis", "0")
            .moment("entropy", "\\tfrac12\\ln(2\\pi e\\sigma^2)")
            .moment("median", "\\mu")
            .moment("mode", "\\mu")
            .fitting(NormalFit::fit)
            .build(p -> new Normal(p[0], p[1]));

    private final double mean;
    private final double standardDeviation;

    public Normal(double mean, double standardDeviation) {
        this.mean = mean;
        this.standardDeviation = standardDeviation;
    }

    @Override
    public Support support() {
        return Support.REAL_LINE;
    }

    @Override
    public double logDensity(double x) {
        double z = (x - mean) / standardDeviation;
        return -0.5 * z * z - HALF_LOG_TWO_PI - Math.log(standardDeviation);
    }

    @Override
    public double density(double x) {
        double z = (x - mean) / standardDeviation;
        return gaussian(z) * Math.exp(-HALF_LOG_TWO_PI) / standardDeviation;
    }

    @Override
    public double hazard(double x) {
        return Double.isInfinite(x)
                ? Distribution.super.hazard(x)
                : standardHazard((x - mean) / standardDeviation) / standardDeviation;
    }

    /** φ(z)/Φ(−z), in the upper tail by erfcx, where e^{−z²/2} has cancelled rather than being divided by itself. */
    static double standardHazard(double z) {
        if (z > FAR) {
            return z;
        }
        double coefficient = Math.exp(-HALF_LOG_TWO_PI);
        return z > 0
                ? 2 * coefficient / Erfcx.value(z * ROOT_HALF)
                : coefficient * gaussian(z) / standardTails(z).upper();
    }

    @Override
    public Tails tails(double x) {
        return standardTails((x - mean) / standardDeviation);
    }

    static Tails standardTails(double z) {
        if (z > 0) {
            return standardTails(-z).mirrored();
        }
        if (z == Double.NEGATIVE_INFINITY) {
            return Tails.ALL_ABOVE;
        }
        double scaled = scaledTail(z);
        double lower = scaled * gaussian(z);
        return new Tails(lower, 1 - lower, Math.log(scaled) - 0.5 * z * z, Math.log1p(-lower) + 0.0); // never -0
    }

    /** Φ(z), for sums of many: the logarithms of {@link #standardTails} take most of its time. */
    static double standardLower(double z) {
        if (z > 0) {
            return 1 - standardLower(-z);
        }
        return z == Double.NEGATIVE_INFINITY ? 0 : scaledTail(z) * gaussian(z);
    }

    /** Φ(z)e^{z²/2} for z ≤ 0. */
    private static double scaledTail(double z) {
        return 0.5 * Erfcx.value(-z * ROOT_HALF);
    }

    /** e^{−z²/2} with the rounding of z² put back. */
    private static double gaussian(double z) {
        double square = z * z;
        return square > 1500 ? 0 : Math.exp(-0.5 * square) * (1 - 0.5 * Math.fma(z, z, -square));
    }

    @Override
    public Moments moments() {
        return new Moments(
                mean,
                standardDeviation * standardDeviation,
                standardDeviation,
                0,
                0,
                0.5 + HALF_LOG_TWO_PI + Math.log(standardDeviation),
                mean,
                mean);
    }

    @Override
    public double quantile(TailProbability probability) {
        return mean + standardDeviation * standardQuantile(probability);
    }

    static double standardQuantile(TailProbability probability) {
        TailProbability p = probability.smaller();
        if (p.value() < 1e-300) {
            return ContinuousQuantile.of(STANDARD, p);
        }
        double z = -ROOT_TWO * InverseErfc.value(2 * p.value());
        return p.upper() ? -z : z;
    }

    @Override
    public double sample(RandomGenerator random) {
        return mean + standardDeviation * random.nextGaussian();
    }

    @Override
    public double centre() {
        return mean;
    }
}
