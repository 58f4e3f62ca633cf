package org.mlmath.numerics.distribution;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.numerics.special.Tails;

/** The Laplace (double exponential) distribution. */
public final class Laplace extends LocationScale {
    public static final Family FAMILY = Family.named("laplace")
            .title("Laplace distribution")
            .parameter(Parameter.real("location", "centre of symmetry μ", "\\mu"))
            .parameter(Parameter.positive("scale", "mean distance b > 0 from the centre", "b"))
            .support("x \\in \\mathbb{R}")
            .density("\\frac{1}{2b}e^{-|x-\\mu|/b}")
            .distributionFunction(
                    "\\tfrac12e^{(x-\\mu)/b}\\text{ for } x\\le\\mu\\text{, else } 1-\\tfrac12e^{-(x-\\mu)/b}")
            .moment("mean", "\\mu")
            .moment("variance", "2b^2")
            .moment("skewness", "0")
            .moment("excessKurtosis", "3")
            .moment("entropy", "1+\\ln(2b)")
            .moment("median", "\\mu")
            .moment("mode", "\\mu")
            .fitting(Laplace::fit)
            .build(p -> new Laplace(p[0], p[1]));

    public Laplace(double location, double scale) {
        super(location, scale);
    }

    @Override
    double standardLogDensity(double z) {
        return -Math.abs(z) - LOG_TWO;
    }

    @Override
    double standardHazard(double z) {
        return 1; // an exponential tail
    }

    @Override
    Tails standardTails(double z) {
        if (z > 0) {
            return standardTails(-z).mirrored();
        }
        double lower = 0.5 * Math.exp(z);
        return new Tails(lower, 1 - lower, z - LOG_TWO, Math.log1p(-lower) + 0.0); // never -0
    }

    @Override
    double standardQuantile(TailProbability probability) {
        TailProbability p = probability.smaller();
        double z = p.value() > 0.25 ? Math.log1p(2 * (p.value() - 0.5)) : p.log() + LOG_TWO;
        return p.upper() ? -z : z;
    }

    @Override
    public Moments moments() {
        return moved(0, 2, 0, 3, 1 + LOG_TWO, 0, 0);
    }

    @Override
    double standardSample(RandomGenerator random) {
        double size = random.nextExponential();
        return random.nextBoolean() ? size : -size;
    }

    /**
     * The median and the mean distance from it. The likelihood has a corner at every observation, so that the information is the
     * expected one, n/b² for both parameters.
     */
    private static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        if (method == FitMethod.MOMENTS) {
            sample.requireVariation(fixed);
            return MomentFit.fit(
                    family,
                    data,
                    (mean, variance, fourth) ->
                            new double[] {ScoreFit.or(fixed[0], mean), ScoreFit.or(fixed[1], Math.sqrt(0.5 * variance))
                            },
                    fixed,
                    "No Laplace distribution has these moments: the variance must be positive.");
        }
        double location = ScoreFit.or(fixed[0], median(data));
        CompensatedSum distances = new CompensatedSum();
        for (double x : data) {
            distances.add(Math.abs(x - location) / data.length);
        }
        if (Double.isNaN(fixed[1]) && !(distances.value() > 0)) {
            throw Sample.noVariation(data.length);
        }
        double scale = ScoreFit.or(fixed[1], distances.value());
        double error = scale / Math.sqrt(data.length);
        return Fit.closedForm(family, new double[] {location, scale}, new double[] {error, error}, data, fixed, method);
    }

    private static double median(double[] data) {
        double[] sorted = data.clone();
        Arrays.sort(sorted);
        double below = sorted[(sorted.length - 1) / 2];
        return below + 0.5 * (sorted[sorted.length / 2] - below);
    }
}
