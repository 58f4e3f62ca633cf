package org.mlmath.numerics.bayes;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.special.Tails;

/**
 * Two independent means A and B with scaled t posteriors compared (the Behrens-Fisher distribution of B − A).
 *
 * <p>P(B − A > δ) = ∫ f_A(x) P(B > x + δ) dx and E[(B − A)⁺] = ∫ P(A ≤ x) P(B > x) dx over x = c + s·sinh u, centre and scale those of the
 * narrower one: powers of x become exponentials. Relative accuracy 1e-12 in both tails. An expected loss is infinite when either
 * has at most 1 degree of freedom. Posteriors further apart than 1e280 of the narrower one's scales, or that differ so much in
 * scale, are refused with a {@link DomainException}.
 */
public final class StudentComparison implements PosteriorComparison {
    /** sinh u is finite with room for its square root's worth of scale. */
    private static final double FARTHEST = 650;

    private static final double FARTHEST_PLACE = 1e280;

    /**
     * One mean's posterior.
     *
     * @param degreesOfFreedom positive
     * @param scale positive; not the standard deviation
     */
    public record Mean(double degreesOfFreedom, double location, double scale) {}

    private final Mean a;
    private final Mean b;
    private final Deadline deadline;

    public StudentComparison(Mean a, Mean b, Deadline deadline) {
        this.a = a;
        this.b = b;
        this.deadline = deadline;
    }

    @Override
    public Tails difference(double delta) {
        boolean lowerFirst = b.location - a.location >= delta;
        double first = log(delta, lowerFirst);
        if (first <= Math.log(0.5)) {
            return lowerFirst
                    ? Tails.ofLogLower(first)
                    : Tails.ofLogLower(first).mirrored();
        }
        double second = log(delta, !lowerFirst);
        return lowerFirst ? Tails.ofLogs(first, second) : Tails.ofLogs(second, first);
    }

    /** log P(B − A ≤ δ), or of its complement. */
    private double log(double delta, boolean lower) {
        double distance = b.location - a.location - delta;
        if (a.scale <= b.scale) {
            Pair pair = new Pair(a, b, distance);
            return pair.log(z -> pair.narrow.logDensity(z) + pair.wideTail(z, lower), a.degreesOfFreedom);
        }
        Pair pair = new Pair(b, a, -distance);
        return pair.log(z -> pair.narrow.logDensity(z) + pair.wideTail(z, !lower), b.degreesOfFreedom);
    }

    @Override
    public double expectedLossA() {
        return loss(a, b);
    }

    @Override
    public double expectedLossB() {
        return loss(b, a);
    }

    private double loss(Mean chosen, Mean other) {
        double slowest = Math.min(chosen.degreesOfFreedom, other.degreesOfFreedom) - 1;
        if (slowest <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        boolean chosenNarrower = chosen.scale <= other.scale;
        Pair pair = chosenNarrower
                ? new Pair(chosen, other, other.location - chosen.location)
                : new Pair(other, chosen, chosen.location - other.location);
        return pair.scale
                * Math.exp(pair.log(
                        z -> tail(pair.narrow, z, chosenNarrower) + pair.wideTail(z, !chosenNarrower), slowest));
    }

    private static double tail(StudentT distribution, double x, boolean lower) {
        Tails tails = distribution.tails(x);
        return lower ? tails.logLower() : tails.logUpper();
    }

    /** Both as seen from the narrower one, whose deviations z are in its own scale. */
    private final class Pair {
        private final StudentT narrow;
        private final StudentT wide;
        private final double scale;
        private final double place;
        private final double relativeScale;

        /** @param distance of the wide one's centre from the narrow one's */
        Pair(Mean narrow, Mean wide, double distance) {
            if (!(Math.abs(distance) / narrow.scale <= FARTHEST_PLACE && wide.scale / narrow.scale <= FARTHEST_PLACE)) {
                throw new DomainException(
                        "The two posteriors differ by more than 1e280 times the narrower one's scale: their comparison is beyond doubles.");
            }
            this.narrow = new StudentT(narrow.degreesOfFreedom);
            this.wide = new StudentT(wide.degreesOfFreedom);
            this.scale = narrow.scale;
            this.place = distance / narrow.scale;
            this.relativeScale = wide.scale / narrow.scale;
        }

        double wideTail(double z, boolean lower) {
            return tail(wide, (z - place) / relativeScale, lower);
        }

        /**
         * log ∫ e^{g(z)} dz.
         *
         * @param decay e^g falls at least like |z|^(−1 − decay)
         */
        double log(DoubleUnaryOperator g, double decay) {
            double centre = asinh(place);
            double width = Math.min(1, relativeScale / Math.cosh(centre));
            double reach = Math.min(FARTHEST, Math.abs(centre) + asinh(relativeScale) + 10 + 60 / decay);
            DoubleUnaryOperator overU = u -> g.applyAsDouble(Math.sinh(u)) + Math.log(Math.cosh(u));
            double within = ScaledIntegral.log(
                    overU,
                    -reach,
                    reach,
                    List.of(new ScaledIntegral.Scale(0, 1), new ScaledIntegral.Scale(centre, width)),
                    deadline);
            // Beyond, the integrand falls exponentially in u; of tails hardly integrable that is still a part.
            double beyond =
                    Math.exp(overU.applyAsDouble(-reach) - within) + Math.exp(overU.applyAsDouble(reach) - within);
            return within + Math.log1p(beyond / decay);
        }
    }

    private static double asinh(double x) {
        double size = Math.abs(x);
        double value = size > 1e150
                ? Math.log(size) + Math.log(2)
                : Math.log1p(size + size * size / (1 + Math.hypot(1, size)));
        return Math.copySign(value, x);
    }

    @Override
    public double meanDifference() {
        return a.degreesOfFreedom > 1 && b.degreesOfFreedom > 1 ? b.location - a.location : Double.NaN;
    }

    @Override
    public double varianceOfDifference() {
        return new StudentT(a.degreesOfFreedom, 0, a.scale).moments().variance()
                + new StudentT(b.degreesOfFreedom, 0, b.scale).moments().variance();
    }

    @Override
    public double differenceQuantile(TailProbability probability) {
        double scale = Math.hypot(a.scale, b.scale);
        return ProbitRoot.find(
                this::difference,
                probability,
                b.location - a.location,
                scale,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                deadline);
    }
}
