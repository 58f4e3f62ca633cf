package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.Tails;

/** The Gumbel distribution of maxima: e^{−Z} is a standard exponential variable. */
public final class Gumbel extends LocationScale {
    public static final Family FAMILY = Family.named("gumbel")
            .title("Gumbel distribution (of maxima)")
            .parameter(Parameter.real("location", "mode μ", "\\mu"))
            .parameter(Parameter.positive("scale", "scale β > 0; not the standard deviation", "\\beta"))
            .support("x \\in \\mathbb{R}")
            .density("\\frac1\\beta e^{-z-e^{-z}},\\ z=\\frac{x-\\mu}{\\beta}")
            .distributionFunction("e^{-e^{-z}},\\ z=\\frac{x-\\mu}{\\beta}")
            .moment("mean", "\\mu+\\gamma\\beta")
            .moment("variance", "\\frac{\\pi^2\\beta^2}{6}")
            .moment("skewness", "\\frac{12\\sqrt6\\,\\zeta(3)}{\\pi^3}")
            .moment("excessKurtosis", "\\tfrac{12}{5}")
            .moment("entropy", "\\ln\\beta+\\gamma+1")
            .moment("median", "\\mu-\\beta\\ln\\ln2")
            .moment("mode", "\\mu")
            .fitting(ScoreFit.of(
                    Gumbel::score,
                    (data, sample) -> fromMoments(
                            sample.mean(), sample.meanSquareAbout(sample.mean()), new double[] {Double.NaN, Double.NaN
                            }),
                    Gumbel::fromMoments,
                    "No Gumbel distribution has these moments: the variance must be positive."))
            .build(p -> new Gumbel(p[0], p[1]));

    private static final double SKEWNESS = 1.13954709940464865749;

    public Gumbel(double location, double scale) {
        super(location, scale);
    }

    @Override
    double standardLogDensity(double z) {
        double power = Math.exp(-z);
        return power == Double.POSITIVE_INFINITY ? Double.NEGATIVE_INFINITY : -z - power;
    }

    @Override
    double standardHazard(double z) {
        double power = Math.exp(-z);
        return power == 0 ? 1 : power / Math.expm1(power);
    }

    @Override
    Tails standardTails(double z) {
        return StandardExponential.tails(Math.exp(-z), -z).mirrored();
    }

    @Override
    double standardQuantile(TailProbability p) {
        // P(X > x) is the probability that an exponential variable stays below e^{−z}.
        return -StandardExponential.logQuantile(p.ofMirrored());
    }

    @Override
    public Moments moments() {
        return moved(Weibull.EULER, Math.PI * Math.PI / 6, SKEWNESS, 2.4, 1 + Weibull.EULER, -Math.log(LOG_TWO), 0);
    }

    @Override
    double standardSample(RandomGenerator random) {
        return -Math.log(random.nextExponential());
    }

    private static void score(double[] p, double[] data, double[] gradient) {
        for (double x : data) {
            double z = (x - p[0]) / p[1];
            double slope = -Math.expm1(-z);
            gradient[0] += slope / p[1];
            gradient[1] += (z * slope - 1) / p[1];
        }
    }

    private static double[] fromMoments(double mean, double variance, double[] fixed) {
        double scale = ScoreFit.or(fixed[1], Math.sqrt(6 * variance) / Math.PI);
        return new double[] {ScoreFit.or(fixed[0], mean - Weibull.EULER * scale), scale};
    }
}
