package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.special.Tails;

/** The Rayleigh distribution: the length of a vector whose two components are independent and normal with deviation σ. */
public final class Rayleigh implements Distribution {
    public static final Family FAMILY = Family.named("rayleigh")
            .title("Rayleigh distribution")
            .parameter(
                    Parameter.positive("scale", "standard deviation σ > 0 of each component; also the mode", "\\sigma"))
            .support("x \\in [0, \\infty)")
            .density("\\frac{x}{\\sigma^2}e^{-x^2/(2\\sigma^2)}")
            .distributionFunction("1-e^{-x^2/(2\\sigma^2)}")
            .moment("mean", "\\sigma\\sqrt{\\pi/2}")
            .moment("variance", "\\frac{4-\\pi}{2}\\sigma^2")
            .moment("skewness", "\\frac{2\\sqrt\\pi(\\pi-3)}{(4-\\pi)^{3/2}}")
            .moment("excessKurtosis", "-\\frac{6\\pi^2-24\\pi+16}{(4-\\pi)^2}")
            .moment("entropy", "1+\\ln\\frac{\\sigma}{\\sqrt2}+\\frac{\\gamma}{2}")
            .moment("median", "\\sigma\\sqrt{2\\ln2}")
            .moment("mode", "\\sigma")
            .fitting(Rayleigh::fit)
            .build(p -> new Rayleigh(p[0]));

    private static final double SKEWNESS = 0.631110657818937138;
    private static final double KURTOSIS = 0.245089300687638062;
    private static final double DEVIATION = Math.sqrt(0.5 * (4 - Math.PI));

    private final double scale;

    public Rayleigh(double scale) {
        this.scale = scale;
    }

    @Override
    public Support support() {
        return Support.POSITIVE;
    }

    @Override
    public double logDensity(double x) {
        if (x <= 0 || x == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        double z = x / scale;
        return Math.log(x) - 2 * Math.log(scale) - 0.5 * z * z;
    }

    /** x/σ²: the exponentials of density and survival cancel. */
    @Override
    public double hazard(double x) {
        return x > 0 && x < Double.POSITIVE_INFINITY ? x / scale / scale : Distribution.super.hazard(x);
    }

    @Override
    public Tails tails(double x) {
        if (x <= 0) {
            return Tails.ALL_ABOVE;
        }
        double z = x / scale;
        return StandardExponential.tails(0.5 * z * z, 2 * (Math.log(x) - Math.log(scale)) - LocationScale.LOG_TWO);
    }

    @Override
    public double quantile(TailProbability probability) {
        if (probability.logUpper() == Double.NEGATIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double log = StandardExponential.logQuantile(probability);
        return log < -600
                ? StandardExponential.scaled(scale * Math.sqrt(2), 0.5 * log)
                : scale * Math.sqrt(2 * Math.exp(log));
    }

    @Override
    public Moments moments() {
        double deviation = scale * DEVIATION;
        return new Moments(
                scale * Math.sqrt(0.5 * Math.PI),
                deviation * deviation,
                deviation,
                SKEWNESS,
                KURTOSIS,
                1 + Math.log(scale) - 0.5 * LocationScale.LOG_TWO + 0.5 * Weibull.EULER,
                scale * Math.sqrt(2 * LocationScale.LOG_TWO),
                scale);
    }

    @Override
    public double sample(RandomGenerator random) {
        return scale * Math.sqrt(2 * random.nextExponential());
    }

    @Override
    public double centre() {
        return scale;
    }

    /** By likelihood σ² is half the mean square, by moments σ the mean over √(π/2). */
    private static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        Sample.requireSupport(family, data, 0, Double.POSITIVE_INFINITY, true);
        if (method == FitMethod.MOMENTS) {
            return MomentFit.fit(
                    family,
                    data,
                    (mean, variance, fourth) -> new double[] {ScoreFit.or(fixed[0], mean / Math.sqrt(0.5 * Math.PI))},
                    fixed,
                    "No Rayleigh distribution has these moments: the mean must be positive.");
        }
        double scale = ScoreFit.or(fixed[0], sample.rootMeanSquareAbout(0) * Math.sqrt(0.5));
        // −∂²log L/∂σ² = 2n(3·mean square/(2σ²) − 1)/σ², which at the maximum is 4n/σ².
        double[] errors = {0.5 * scale / Math.sqrt(data.length)};
        return Fit.closedForm(family, new double[] {scale}, errors, data, fixed, method);
    }
}
