package org.mlmath.numerics.distribution;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.special.Tails;

/** The Cauchy distribution, which has no moments. P(Z > z) = arctan(1/z)/π for z > 0. */
public final class Cauchy extends LocationScale {
    public static final Family FAMILY = Family.named("cauchy")
            .title("Cauchy distribution")
            .parameter(Parameter.real("location", "centre of symmetry μ", "\\mu"))
            .parameter(Parameter.positive("scale", "scale s > 0: half the distance between the quartiles", "s"))
            .support("x \\in \\mathbb{R}")
            .density("\\frac{1}{\\pi s\\left[1+\\left(\\frac{x-\\mu}{s}\\right)^2\\right]}")
            .distributionFunction("\\frac12+\\frac1\\pi\\arctan\\frac{x-\\mu}{s}")
            .moment("mean", "\\text{undefined}")
            .moment("variance", "\\text{undefined}")
            .moment("skewness", "\\text{undefined}")
            .moment("excessKurtosis", "\\text{undefined}")
            .moment("entropy", "\\ln(4\\pi s)")
            .moment("median", "\\mu")
            .moment("mode", "\\mu")
            .fitting(Cauchy::fit)
            .build(p -> new Cauchy(p[0], p[1]));

    private static final double LOG_PI = 1.14472988584940017414342735135;
    private static final double FAR = 1e16;

    public Cauchy(double location, double scale) {
        super(location, scale);
    }

    @Override
    double standardLogDensity(double z) {
        double size = Math.abs(z);
        return -LOG_PI - (size > FAR ? 2 * Math.log(size) : Math.log1p(z * z));
    }

    @Override
    Tails standardTails(double z) {
        if (z > 0) {
            return standardTails(-z).mirrored();
        }
        double lower = Math.atan2(1, -z) / Math.PI;
        return new Tails(
                lower,
                1 - lower,
                z < -FAR ? -Math.log(-z) - LOG_PI : Math.log(lower),
                Math.log1p(-lower) + 0.0); // never -0
    }

    @Override
    double standardQuantile(TailProbability probability) {
        TailProbability p = probability.smaller();
        double size;
        if (p.value() > 0.25) {
            size = Math.tan(Math.PI * (0.5 - p.value()));
        } else if (p.value() > 1e-16) {
            size = 1 / Math.tan(Math.PI * p.value());
        } else {
            size = Math.exp(-p.log() - LOG_PI);
        }
        return p.upper() ? size : -size;
    }

    @Override
    public Moments moments() {
        return moved(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Math.log(4 * Math.PI), 0, 0);
    }

    @Override
    double standardSample(RandomGenerator random) {
        return random.nextGaussian() / random.nextGaussian();
    }

    /** A t distribution with one degree of freedom. */
    private static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        if (method == FitMethod.MOMENTS) {
            throw new DidNotConvergeException(
                            "A Cauchy distribution has no moments to equate with the sample's. Use mle.")
                    .at("/data");
        }
        Fit student = StudentTFit.fit(StudentT.FAMILY, data, method, new double[] {1, fixed[0], fixed[1]}, deadline);
        return new Fit(
                Arrays.copyOfRange(student.parameters(), 1, 3),
                Arrays.copyOfRange(student.standardErrors(), 1, 3),
                student.logLikelihood(),
                student.estimated(),
                student.gradientNorm(),
                student.evaluations(),
                student.remarks());
    }
}
