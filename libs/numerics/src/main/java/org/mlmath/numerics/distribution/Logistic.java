package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.LogisticFunctions;
import org.mlmath.numerics.special.Tails;

/** The logistic distribution, whose distribution function is the sigmoid σ(z). */
public final class Logistic extends LocationScale {
    public static final Family FAMILY = Family.named("logistic")
            .title("Logistic distribution")
            .parameter(Parameter.real("location", "centre of symmetry μ", "\\mu"))
            .parameter(Parameter.positive("scale", "scale s > 0; not the standard deviation", "s"))
            .support("x \\in \\mathbb{R}")
            .density("\\frac{e^{-(x-\\mu)/s}}{s\\left(1+e^{-(x-\\mu)/s}\\right)^2}")
            .distributionFunction("\\frac{1}{1+e^{-(x-\\mu)/s}}")
            .moment("mean", "\\mu")
            .moment("variance", "\\frac{\\pi^2s^2}{3}")
            .moment("skewness", "0")
            .moment("excessKurtosis", "\\tfrac65")
            .moment("entropy", "2+\\ln s")
            .moment("median", "\\mu")
            .moment("mode", "\\mu")
            .fitting(ScoreFit.of(
                    Logistic::score,
                    (data, sample) -> fromMoments(
                            sample.mean(), sample.meanSquareAbout(sample.mean()), new double[] {Double.NaN, Double.NaN
                            }),
                    Logistic::fromMoments,
                    "No logistic distribution has these moments: the variance must be positive."))
            .build(p -> new Logistic(p[0], p[1]));

    public Logistic(double location, double scale) {
        super(location, scale);
    }

    @Override
    double standardLogDensity(double z) {
        double size = Math.abs(z);
        return -size - 2 * Math.log1p(Math.exp(-size));
    }

    @Override
    double standardHazard(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    @Override
    Tails standardTails(double z) {
        return new Tails(
                LogisticFunctions.sigmoid(z),
                LogisticFunctions.sigmoid(-z),
                -LogisticFunctions.softplus(-z) + 0.0, // never -0
                -LogisticFunctions.softplus(z) + 0.0);
    }

    @Override
    double standardQuantile(TailProbability probability) {
        TailProbability p = probability.smaller();
        double z = p.value() > 0.25
                ? Math.log1p(2 * (p.value() - 0.5) / (1 - p.value()))
                : p.log() - Math.log1p(-p.value());
        return p.upper() ? -z : z;
    }

    @Override
    public Moments moments() {
        return moved(0, Math.PI * Math.PI / 3, 0, 1.2, 2, 0, 0);
    }

    /** The logarithm of a quotient of two exponential variables. */
    @Override
    double standardSample(RandomGenerator random) {
        return Math.log(random.nextExponential() / random.nextExponential());
    }

    private static void score(double[] p, double[] data, double[] gradient) {
        for (double x : data) {
            double z = (x - p[0]) / p[1];
            double slope = Math.tanh(0.5 * z);
            gradient[0] += slope / p[1];
            gradient[1] += (z * slope - 1) / p[1];
        }
    }

    private static double[] fromMoments(double mean, double variance, double[] fixed) {
        return new double[] {ScoreFit.or(fixed[0], mean), ScoreFit.or(fixed[1], Math.sqrt(3 * variance) / Math.PI)};
    }
}
