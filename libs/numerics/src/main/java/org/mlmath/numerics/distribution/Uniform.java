package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.special.Tails;

/** The uniform distribution on an interval. */
public final class Uniform implements Distribution {
    public static final Family FAMILY = Family.named("uniform")
            .title("Continuous uniform distribution")
            .parameter(Parameter.real("lower", "lower end a", "a"))
            .parameter(Parameter.real("upper", "upper end b > a", "b"))
            .relation("upper", "upper must be greater than lower", p -> p[0] < p[1])
            .relation("upper", "upper - lower must not overflow", p -> Double.isFinite(p[1] - p[0]))
            .support("x \\in [a, b]")
            .density("\\frac{1}{b-a}")
            .distributionFunction("\\frac{x-a}{b-a}")
            .moment("mean", "\\frac{a+b}{2}")
            .moment("variance", "\\frac{(b-a)^2}{12}")
            .moment("skewness", "0")
            .moment("excessKurtosis", "-\\tfrac65")
            .moment("entropy", "\\ln(b-a)")
            .moment("median", "\\frac{a+b}{2}")
            .moment("mode", "\\text{every point of } [a, b]")
            .fitting(UniformFit::fit)
            .build(p -> new Uniform(p[0], p[1]));

    private final double lower;
    private final double upper;
    private final double width;

    public Uniform(double lower, double upper) {
        this.lower = lower;
        this.upper = upper;
        this.width = upper - lower;
    }

    @Override
    public Support support() {
        return new Support(lower, upper, false);
    }

    @Override
    public double logDensity(double x) {
        return support().contains(x) ? -Math.log(width) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double density(double x) {
        return support().contains(x) ? 1 / width : 0;
    }

    @Override
    public Tails tails(double x) {
        if (x <= lower) {
            return Tails.ALL_ABOVE;
        }
        return x >= upper ? Tails.ALL_BELOW : Tails.of((x - lower) / width, (upper - x) / width);
    }

    @Override
    public double quantile(TailProbability probability) {
        TailProbability p = probability.smaller();
        return p.upper() ? upper - p.value() * width : lower + p.value() * width;
    }

    @Override
    public Moments moments() {
        double middle = centre();
        return new Moments(
                middle, width * width / 12, width / Math.sqrt(12), 0, -1.2, Math.log(width), middle, Double.NaN);
    }

    @Override
    public double sample(RandomGenerator random) {
        return lower + width * random.nextDouble();
    }

    @Override
    public double centre() {
        return lower + 0.5 * width;
    }
}
