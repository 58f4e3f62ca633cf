package org.mlmath.numerics.bayes;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.TailProbability;

/**
 * The smallest region that holds a given probability: where the density is above some level.
 *
 * <p>For a density that rises and then falls it is the interval whose ends have the same density, found over the logit of the share of
 * the remaining probability that lies below it; where the density only falls (rises), it begins (ends) at the end of the support. For
 * one that falls and then rises it is what lies outside the interval of smallest density.
 */
public final class HighestDensityRegion {
    /** A part of the region. */
    public record Part(double lower, double upper) {}

    private static final double FARTHEST = 690;
    private static final double CLOSE = 1e-15;
    private static final int MOST_STEPS = 300;

    private final Distribution distribution;

    private HighestDensityRegion(Distribution distribution) {
        this.distribution = distribution;
    }

    /**
     * @param distribution continuous, its density rising and then falling; either may be missing
     * @param level strictly between 0 and 1
     */
    public static Part ofUnimodal(Distribution distribution, double level) {
        return new HighestDensityRegion(distribution).equalEnds(1 - level, false);
    }

    /**
     * @param distribution continuous, its density falling from one end of the support and rising to the other
     * @param level strictly between 0 and 1
     * @return two parts
     */
    public static List<Part> ofUShaped(Distribution distribution, double level) {
        Part middle = new HighestDensityRegion(distribution).equalEnds(level, true);
        return List.of(
                new Part(distribution.support().lower(), middle.lower()),
                new Part(middle.upper(), distribution.support().upper()));
    }

    /** The interval with this much outside whose ends have the same density. */
    private Part equalEnds(double outside, boolean uShaped) {
        double sign = uShaped ? -1 : 1;
        DoubleUnaryOperator rise = v -> {
            Part part = at(v, outside);
            return sign * (distribution.logDensity(part.lower()) - distribution.logDensity(part.upper()));
        };
        double start = rise.applyAsDouble(0);
        if (start == 0) {
            return at(0, outside);
        }
        Bracket bracket = new Bracket(-FARTHEST, FARTHEST);
        bracket.add(0, start);
        double x = 0;
        double reach = 1;
        double value = start;
        for (int step = 0; step < MOST_STEPS; step++) {
            if (bracket.complete()) {
                x = step % 8 == 7 ? bracket.middle() : bracket.secant();
            } else if (Math.abs(x) == FARTHEST) {
                return atEnd(x < 0, outside);
            } else {
                x = Math.clamp(value < 0 ? x + reach : x - reach, -FARTHEST, FARTHEST);
                reach *= 2;
            }
            value = rise.applyAsDouble(x);
            if (value == 0 || bracket.complete() && bracket.width() <= CLOSE * Math.max(1, Math.abs(x))) {
                return at(x, outside);
            }
            double before = bracket.width();
            bracket.add(x, value);
            if (bracket.complete() && bracket.width() == before) {
                return at(x, outside);
            }
        }
        return at(x, outside);
    }

    private Part at(double v, double outside) {
        double below = outside / (1 + Math.exp(-v));
        double above = outside / (1 + Math.exp(v));
        return new Part(
                distribution.quantile(TailProbability.lower(below)),
                distribution.quantile(TailProbability.upper(above)));
    }

    /** All that is outside lies on one side: the density is monotone. */
    private Part atEnd(boolean above, double outside) {
        return above
                ? new Part(distribution.support().lower(), distribution.quantile(TailProbability.upper(outside)))
                : new Part(
                        distribution.quantile(TailProbability.lower(outside)),
                        distribution.support().upper());
    }
}
