package org.mlmath.expression.roots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Queue;
import org.mlmath.expression.Expression;
import org.mlmath.expression.interval.Enclosure;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RealRoot;

/**
 * The zeros of a function in an interval: parts where it cannot vanish are dropped, parts where it is continuous and strictly
 * monotone have one zero or none as the signs at their ends tell, others are split. What is left in the end is a few doubles wide.
 *
 * <p>Where rounding hides a sign it is computed with more digits. Source: Neumaier, <i>Interval Methods for Systems of
 * Equations</i>, ch. 5.
 */
final class BranchAndPrune {
    /** Not the middle: zeros at round numbers do not end up on the border of two parts. */
    private static final double SPLIT = 0.4871;

    /** Parts this small, relative to their place, are not split further. */
    private static final double NARROW = 0x1p-44;

    /** The largest part that is given up where rounding hides all signs: about the fourth root of the precision. */
    private static final double INDISTINCT = 0x1p-10;

    /** Zeros after which the search ends: nobody reads more. */
    private static final int MOST = 1_000;

    private final String variable;
    private final Expression function;
    private final IntervalFunction enclosures;
    private final boolean differentiable;
    private final Deadline deadline;
    /** Widest first: where zeros accumulate, those apart from each other are found before the search ends. */
    private final Queue<Interval> open = new PriorityQueue<>(Comparator.comparingDouble(part -> -part.width()));

    private final List<Interval> left = new ArrayList<>();
    private final List<Zero> zeros = new ArrayList<>();
    private int budget;

    /**
     * @param derivative null where there is none
     * @param budget how many parts may be looked at
     */
    BranchAndPrune(Expression function, Expression derivative, String variable, int budget, Deadline deadline) {
        this.function = function;
        this.variable = variable;
        this.differentiable = derivative != null;
        this.enclosures = IntervalFunction.of(
                derivative == null ? List.of(function) : List.of(function, derivative), List.of(variable));
        this.budget = budget;
        this.deadline = deadline;
    }

    /** @return whether all of the interval was looked at */
    boolean search(List<Interval> parts) {
        open.addAll(parts);
        while (!open.isEmpty()) {
            deadline.check();
            if (--budget < 0 || zeros.size() > MOST || late()) {
                return false;
            }
            examine(open.remove());
        }
        return true;
    }

    /** What is found in two thirds of the time is worth more than none of it in all. */
    private boolean late() {
        return deadline.remaining().toNanos() / 2 < deadline.allowed().toNanos() / 6;
    }

    /** @return simple zeros, each the only one in its enclosure, in rising order */
    List<Zero> zeros() {
        zeros.sort(Comparator.comparingDouble(Zero::value));
        List<Zero> distinct = new ArrayList<>();
        for (Zero zero : zeros) { // a zero at the border of two parts is found in both
            if (distinct.isEmpty() || distinct.getLast().value() != zero.value()) {
                distinct.add(zero);
            }
        }
        return distinct;
    }

    /** @return what could not be decided, neighbours put together, in rising order */
    List<Interval> undecided() {
        left.sort(Comparator.comparingDouble(Interval::lower));
        List<Interval> merged = new ArrayList<>();
        for (Interval part : left) {
            if (!merged.isEmpty() && part.lower() <= nextPlace(merged.getLast().upper())) {
                merged.set(merged.size() - 1, merged.getLast().hull(part));
            } else {
                merged.add(part);
            }
        }
        return merged;
    }

    private static double nextPlace(double x) {
        return x + 4 * NARROW * Math.max(Math.abs(x), 1e-300);
    }

    private void examine(Interval part) {
        Enclosure[] values = enclosures.allOver(part);
        if (!values[0].range().contains(0)) {
            return;
        }
        if (differentiable && values[0].isContinuous()) {
            Interval slope = values[1].range();
            boolean bounded = slope.isBounded() && values[1].isDefined();
            if (bounded && part.isBounded() && !meanValue(part, slope).contains(0)) {
                return;
            }
            // Where the slope is unbounded at a point, as that of √x is, a continuous function is monotone all the
            // same.
            if (!slope.isEmpty() && !slope.contains(0) && monotone(part, slope)) {
                return;
            }
        }
        double middle = middle(part);
        if (narrow(part) || indistinct(part, middle) || middle <= part.lower() || middle >= part.upper()) {
            left.add(part);
        } else {
            open.add(new Interval(middle, part.upper()));
            open.add(new Interval(part.lower(), middle));
        }
    }

    private Interval meanValue(Interval part, Interval slope) {
        double middle = part.midpoint();
        Interval value = enclosures.over(Interval.point(middle)).range();
        return value.isEmpty() ? Interval.ENTIRE : value.add(slope.multiply(part.subtract(Interval.point(middle))));
    }

    private static boolean narrow(Interval part) {
        return part.isBounded() && part.upper() - part.lower() <= NARROW * Math.max(part.magnitude(), 1e-30);
    }

    /** Whether rounding hides all signs: near a multiple zero splitting would only multiply the parts. */
    private boolean indistinct(Interval part, double middle) {
        return part.isBounded()
                && part.upper() - part.lower() < INDISTINCT * Math.max(1, part.magnitude())
                && vanishes(part.lower())
                && vanishes(middle)
                && vanishes(part.upper());
    }

    private boolean vanishes(double x) {
        return enclosures.over(Interval.point(x)).range().contains(0);
    }

    private static double middle(Interval part) {
        if (!part.isBounded()) {
            return part.midpoint();
        }
        // Between powers of ten far apart the geometric mean halves the digits.
        if (part.lower() > 0 && part.upper() > 1e6 * part.lower()) {
            return Math.sqrt(part.lower()) * Math.sqrt(part.upper());
        }
        if (part.upper() < 0 && part.lower() < 1e6 * part.upper()) {
            return -Math.sqrt(-part.lower()) * Math.sqrt(-part.upper());
        }
        return part.lower() + SPLIT * (part.upper() - part.lower());
    }

    /** @return whether the signs at the ends decide */
    private boolean monotone(Interval part, Interval slope) {
        boolean rising = slope.lower() > 0;
        Integer below = Double.isInfinite(part.lower()) ? null : sign(part.lower());
        Integer above = Double.isInfinite(part.upper()) ? null : sign(part.upper());
        int up = rising ? 1 : -1;
        if (below != null && below * up > 0 || above != null && above * up < 0) {
            return true; // on the far side of the zero everywhere
        }
        if (below != null && below == 0) {
            add(part.lower());
            return true;
        }
        if (above != null && above == 0) {
            add(part.upper());
            return true;
        }
        if (below == null || above == null) {
            return false;
        }
        zeros.add(refined(part, up));
        return true;
    }

    private void add(double x) {
        zeros.add(new Zero(x, Interval.point(x), 1, null, true));
    }

    /** @return the sign at a double, null where there is no telling */
    private Integer sign(double x) {
        Interval value = enclosures.over(Interval.point(x)).range();
        if (value.isEmpty()) {
            return null;
        }
        if (!value.contains(0)) {
            return value.lower() > 0 ? 1 : -1;
        }
        return value.isPoint() ? (Integer) 0 : sign(RealRoot.exact(x));
    }

    private Integer sign(Rational x) {
        OptionalInt sign = HighPrecision.sign(function, Map.of(variable, x), deadline);
        return sign.isPresent() ? (Integer) sign.getAsInt() : null;
    }

    /** Interval Newton, bisection where that gains less, and signs between the last doubles. */
    private Zero refined(Interval part, int up) {
        Interval x = part;
        while (Math.nextUp(Math.nextUp(x.lower())) < x.upper()) {
            deadline.check();
            double width = x.width();
            double middle = x.midpoint();
            Interval value = enclosures.over(Interval.point(middle)).range();
            Interval slope = enclosures.allOver(x)[1].range();
            Interval next = x.intersect(Interval.point(middle).subtract(value.divide(slope)));
            if (next.isEmpty() || !(next.width() < 0.5 * width)) {
                Integer side = sign(middle);
                if (side == null) {
                    break;
                }
                if (side == 0) {
                    return new Zero(middle, Interval.point(middle), 1, null, true);
                }
                next = side == up ? new Interval(x.lower(), middle) : new Interval(middle, x.upper());
            }
            x = next;
        }
        return new Zero(nearest(x, up), x, 1, null, true);
    }

    private double nearest(Interval x, int up) {
        double low = x.lower();
        while (low < x.upper()) {
            double high = Math.nextUp(low);
            Rational between = RealRoot.exact(low).add(RealRoot.exact(high)).divide(Rational.of(2));
            Integer side = sign(between);
            if (side == null || side == up) {
                return low;
            }
            low = high;
        }
        return low;
    }
}
