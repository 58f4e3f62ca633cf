package org.mlmath.numerics.bayes;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.special.Tails;

/**
 * Two independent means A and B with scaled t posteriors compared (the Behrens-Fisher distribution of B − A).
 *
 * <p>P(B − A > δ) = ∫ f_A(x) P(B > x + δ) dx and E[(B − A)⁺] = ∫ P(A ≤ x) P(B > x) dx over x = c + s·sinh u, centre and scale those of the
 * narrower one: powers of x become exponentials. Relative accuracy 1e-12 in both tails. An expected loss is infinite when either
 * has at most 1 degree of freedom.
 */
public final class StudentComparison implements PosteriorComparison {
    /** sinh u is finite with room for its square root's worth of scale. */
    private static final double FARTHEST = 650;

    /**
     * One mean's posterior.
     *
     * @param degreesOfFreedom positive
     * @param scale positive; not the standard deviation
     */
    public record Mean(double degreesOfFreedom, double location, double scale) {
        StudentT distribution() {
            return new StudentT(degreesOfFreedom, location, scale);
        }
    }

    private final Mean a;
    private final Mean b;
    private final StudentT distributionA;
    private final StudentT distributionB;
    private final Deadline deadline;

    public StudentComparison(Mean a, Mean b, Deadline deadline) {
        this.a = a;
        this.b = b;
        this.distributionA = a.distribution();
        this.distributionB = b.distribution();
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
        if (a.scale <= b.scale) {
            return integral(
                    a,
                    b,
                    -delta,
                    x -> distributionA.logDensity(x) + tail(distributionB, x + delta, lower),
                    a.degreesOfFreedom);
        }
        return integral(
                b,
                a,
                delta,
                x -> distributionB.logDensity(x) + tail(distributionA, x - delta, !lower),
                b.degreesOfFreedom);
    }

    private static double tail(StudentT distribution, double x, boolean lower) {
        Tails tails = distribution.tails(x);
        return lower ? tails.logLower() : tails.logUpper();
    }

    @Override
    public double expectedLossA() {
        return loss(a, distributionA, b, distributionB);
    }

    @Override
    public double expectedLossB() {
        return loss(b, distributionB, a, distributionA);
    }

    private double loss(Mean chosen, StudentT ofChosen, Mean other, StudentT ofOther) {
        double slowest = Math.min(chosen.degreesOfFreedom, other.degreesOfFreedom) - 1;
        if (slowest <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        boolean chosenNarrower = chosen.scale <= other.scale;
        return Math.exp(integral(
                chosenNarrower ? chosen : other,
                chosenNarrower ? other : chosen,
                0,
                x -> tail(ofChosen, x, true) + tail(ofOther, x, false),
                slowest));
    }

    /**
     * log ∫ e^{g(x)} dx.
     *
     * @param wide its place shifts by {@code shift} as seen from the narrow one
     * @param decay e^g falls at least like |x|^(−1 − decay)
     */
    private double integral(Mean narrow, Mean wide, double shift, DoubleUnaryOperator g, double decay) {
        double place = asinh((wide.location - narrow.location + shift) / narrow.scale);
        double width = Math.min(1, wide.scale / narrow.scale / Math.cosh(place));
        double reach = Math.min(FARTHEST, Math.abs(place) + asinh(wide.scale / narrow.scale) + 10 + 60 / decay);
        double logScale = Math.log(narrow.scale);
        DoubleUnaryOperator overU =
                u -> g.applyAsDouble(narrow.location + narrow.scale * Math.sinh(u)) + logScale + Math.log(Math.cosh(u));
        double within = ScaledIntegral.log(
                overU,
                -reach,
                reach,
                List.of(new ScaledIntegral.Scale(0, 1), new ScaledIntegral.Scale(place, width)),
                deadline);
        // Beyond, the integrand falls exponentially in u; for tails hardly integrable that is still part of it.
        double beyond = (Math.exp(overU.applyAsDouble(-reach) - within) + Math.exp(overU.applyAsDouble(reach) - within))
                / decay;
        return within + Math.log1p(beyond);
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
        return distributionA.moments().variance() + distributionB.moments().variance();
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
