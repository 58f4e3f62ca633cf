package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.special.Tails;

/** The uniform distribution on the integers from a to b. */
public final class DiscreteUniform implements Distribution {
    public static final Family FAMILY = Family.named("discrete-uniform")
            .title("Discrete uniform distribution")
            .parameter(Parameter.of("lower", "smallest value a", "a", Parameter.Domain.INTEGER))
            .parameter(Parameter.of("upper", "largest value b ≥ a", "b", Parameter.Domain.INTEGER))
            .relation("upper", "upper must not be less than lower", p -> p[0] <= p[1])
            .discrete()
            .support("k \\in \\{a, a+1, \\dots, b\\}")
            .density("\\frac1n,\\ n=b-a+1")
            .distributionFunction("\\frac{\\lfloor k\\rfloor-a+1}{n}")
            .moment("mean", "\\frac{a+b}{2}")
            .moment("variance", "\\frac{n^2-1}{12}")
            .moment("skewness", "0")
            .moment("excessKurtosis", "-\\frac{6(n^2+1)}{5(n^2-1)}")
            .moment("entropy", "\\ln n")
            .moment("median", "\\left\\lfloor\\frac{a+b}{2}\\right\\rfloor")
            .moment("mode", "\\text{every value}")
            .fitting(DiscreteUniform::fit)
            .build(p -> new DiscreteUniform(p[0], p[1]));

    private final double lower;
    private final double upper;
    private final double count;

    public DiscreteUniform(double lower, double upper) {
        this.lower = lower;
        this.upper = upper;
        this.count = upper - lower + 1;
    }

    @Override
    public Support support() {
        return new Support(lower, upper, true);
    }

    @Override
    public double logDensity(double k) {
        return support().contains(k) ? -Math.log(count) + 0.0 : Double.NEGATIVE_INFINITY; // never -0
    }

    @Override
    public double density(double k) {
        return support().contains(k) ? 1 / count : 0;
    }

    @Override
    public Tails tails(double x) {
        double k = Math.floor(x);
        if (k < lower) {
            return Tails.ALL_ABOVE;
        }
        return k >= upper ? Tails.ALL_BELOW : Tails.of((k - lower + 1) / count, (upper - k) / count);
    }

    @Override
    public Moments moments() {
        double variance = (count - 1) * (count + 1) / 12;
        double middle = 0.5 * lower + 0.5 * upper;
        return Moments.of(
                middle,
                variance,
                variance > 0 ? 0 : Double.NaN,
                variance > 0 ? -1.2 * ((count * count + 1) / ((count - 1) * (count + 1))) : Double.NaN,
                Math.log(count),
                Math.floor(middle),
                count == 1 ? lower : Double.NaN);
    }

    @Override
    public double sample(RandomGenerator random) {
        return lower + random.nextLong((long) count);
    }

    @Override
    public double centre() {
        return Math.floor(0.5 * lower + 0.5 * upper);
    }

    /** The sample's extremes, or by moments its mean ± (√(12 variance + 1) − 1)/2, rounded. */
    private static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        Sample.requireSupport(
                family,
                data,
                ScoreFit.or(fixed[0], Double.NEGATIVE_INFINITY),
                ScoreFit.or(fixed[1], Double.POSITIVE_INFINITY),
                false);
        double lower = sample.smallest();
        double upper = sample.largest();
        if (method == FitMethod.MOMENTS) {
            double reach = 0.5 * (Math.sqrt(12 * sample.meanSquareAbout(sample.mean()) + 1) - 1);
            lower = Math.min(lower, Math.rint(ScoreFit.or(2 * sample.mean() - fixed[1], sample.mean() - reach)));
            upper = Math.max(upper, Math.rint(ScoreFit.or(2 * sample.mean() - fixed[0], sample.mean() + reach)));
        }
        return Fit.closedForm(
                family,
                new double[] {ScoreFit.or(fixed[0], lower), ScoreFit.or(fixed[1], upper)},
                new double[] {Double.NaN, Double.NaN},
                data,
                fixed,
                method,
                "lower and upper are integers and have no standard errors.");
    }
}
