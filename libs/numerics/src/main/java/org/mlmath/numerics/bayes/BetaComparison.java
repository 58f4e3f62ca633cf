package org.mlmath.numerics.bayes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.special.Tails;

/**
 * Two independent proportions A ~ Beta(α_A, β_A) and B ~ Beta(α_B, β_B) compared: probabilities of B − A and of B / A, expected
 * losses.
 *
 * <p>P(B > A) = ∫ f_A(x) P(B > x) dx and E[(B − A)⁺] = ∫ P(A ≤ x) P(B > x) dx, over t = log(x/(1 − x)): there every factor is
 * log-concave and analytic, whatever the parameters, and the integrands are positive, so that the results are accurate to their own
 * size (1e-12 relative; 1e-11 at 10^9 trials) in both tails. The narrower density is integrated against the other's tail. Some 10³
 * values of the incomplete beta function, a millisecond.
 *
 * <p>Parameters from 1e-6 to 1e15.
 */
public final class BetaComparison implements PosteriorComparison {
    /** e^±700 and slopes of that size are doubles. */
    private static final double FARTHEST = 700;

    private final LogitBeta a;
    private final LogitBeta b;
    private final Deadline deadline;

    public BetaComparison(double alphaA, double betaA, double alphaB, double betaB, Deadline deadline) {
        this.a = new LogitBeta(alphaA, betaA);
        this.b = new LogitBeta(alphaB, betaB);
        this.deadline = deadline;
    }

    /** A line z = slope·x + shift, with the complement 1 − z to its own accuracy. */
    private record Line(double slope, double shift) {
        LogitPoint at(LogitPoint point) {
            if (slope == 1 && shift == 0) {
                return point;
            }
            // Whichever of x and 1 − x is below one half is exact.
            return point.t() < 0
                    ? LogitPoint.of(Math.fma(slope, point.x(), shift), Math.fma(-slope, point.x(), 1 - shift))
                    : LogitPoint.of(
                            Math.fma(-slope, point.y(), slope + shift), Math.fma(slope, point.y(), 1 - slope - shift));
        }

        /** The x with z = this. */
        double inverse(double z) {
            return (z - shift) / slope;
        }

        Line inverse() {
            return new Line(1 / slope, -shift / slope);
        }
    }

    @Override
    public Tails difference(double delta) {
        if (delta >= 1) {
            return Tails.ALL_BELOW;
        }
        if (delta < -1) {
            return Tails.ALL_ABOVE;
        }
        return tails(new Line(1, delta), meanDifference() >= delta);
    }

    /** P(B ≤ r·A) and P(B > r·A), each to its own relative accuracy. */
    public Tails ratio(double r) {
        return r <= 0 ? Tails.ALL_ABOVE : tails(new Line(r, 0), b.mean() >= r * a.mean());
    }

    /** P(B ≤ line(A)) and P(B > line(A)); first the one that is probably smaller, the other only if it is. */
    private Tails tails(Line line, boolean lowerFirst) {
        double first = log(line, lowerFirst);
        if (first <= Math.log(0.5)) {
            return lowerFirst
                    ? Tails.ofLogLower(first)
                    : Tails.ofLogLower(first).mirrored();
        }
        double second = log(line, !lowerFirst);
        return lowerFirst ? Tails.ofLogs(first, second) : Tails.ofLogs(second, first);
    }

    /** log P(B ≤ line(A)), or of its complement. */
    private double log(Line line, boolean lower) {
        return a.width() <= b.width() ? log(a, b, line, lower) : log(b, a, line.inverse(), !lower);
    }

    /** log P(other ≤ line(integrated)), or of its complement: the density of the one against the tail of the other. */
    private double log(LogitBeta integrated, LogitBeta other, Line line, boolean lower) {
        // Between these the line has values in (0, 1); outside the other lies on one side for certain.
        double from = Math.clamp(line.inverse(0), 0, 1);
        double to = Math.clamp(line.inverse(1), 0, 1);
        double inside = from < to
                ? integral(
                        point -> integrated.logDensity(point) + other.logTail(line.at(point), lower),
                        from,
                        to,
                        List.of(integrated.scale(), other.scale(line.inverse(other.mode()), line.slope())))
                : Double.NEGATIVE_INFINITY;
        double certain = lower
                ? (to < 1 ? integrated.logTail(LogitPoint.of(to, 1 - to), false) : Double.NEGATIVE_INFINITY)
                : (from > 0 ? integrated.logTail(LogitPoint.of(from, 1 - from), true) : Double.NEGATIVE_INFINITY);
        return sumOfLogs(inside, certain);
    }

    private double integral(
            ToDoubleFunction<LogitPoint> exponent, double from, double to, List<ScaledIntegral.Scale> scales) {
        double lower = Math.max(Math.min(a.lowest(), b.lowest()), Math.log(from) - Math.log1p(-from));
        double upper = Math.min(Math.max(a.highest(), b.highest()), Math.log(to) - Math.log1p(-to));
        List<ScaledIntegral.Scale> known = new ArrayList<>(scales);
        known.removeIf(scale -> !(scale.width() > 0));
        return ScaledIntegral.log(t -> exponent.applyAsDouble(LogitPoint.of(t)), lower, upper, known, deadline);
    }

    private static double sumOfLogs(double p, double q) {
        double larger = Math.max(p, q);
        double smaller = Math.min(p, q);
        return larger == Double.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(smaller - larger));
    }

    @Override
    public double expectedLossA() {
        return loss(a, b);
    }

    @Override
    public double expectedLossB() {
        return loss(b, a);
    }

    /** E[(other − chosen)⁺] = ∫ P(chosen ≤ x < other) dx. */
    private double loss(LogitBeta chosen, LogitBeta other) {
        return Math.exp(integral(
                point -> chosen.logTail(point, true) + other.logTail(point, false) + point.logSlope(),
                0,
                1,
                List.of(chosen.scale(), other.scale())));
    }

    @Override
    public double meanDifference() {
        return b.meanMinus(a);
    }

    @Override
    public double varianceOfDifference() {
        return a.variance() + b.variance();
    }

    /** E[B / A] = E[B]·E[1/A]; infinite for α_A ≤ 1. */
    public double meanRatio() {
        return b.mean() * a.meanInverse();
    }

    @Override
    public double differenceQuantile(TailProbability probability) {
        double spread = Math.sqrt(varianceOfDifference());
        return ProbitRoot.find(this::difference, probability, meanDifference(), spread, -1, 1, deadline);
    }

    /** Whether the value with this probability lies below the point with these tails. */
    private static boolean certainlyBelow(Tails tails, TailProbability probability) {
        return probability.upper() ? tails.upper() < probability.value() : tails.lower() > probability.value();
    }

    /** The value of B / A with this probability below or above it (0 or ∞ where it under- or overflows), found on the scale of its logarithm. */
    public double ratioQuantile(TailProbability probability) {
        if (certainlyBelow(ratio(Math.exp(-FARTHEST)), probability)) {
            return 0;
        }
        if (!certainlyBelow(ratio(Math.exp(FARTHEST)), probability)) {
            return Double.POSITIVE_INFINITY;
        }
        double centre = Math.log(b.mean() / a.mean());
        double spread = Math.hypot(Math.sqrt(a.variance()) / a.mean(), Math.sqrt(b.variance()) / b.mean());
        double log = ProbitRoot.find(
                u -> ratio(Math.exp(u)),
                probability,
                centre,
                Math.min(spread, 1e6),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                deadline);
        return Math.exp(log);
    }
}
