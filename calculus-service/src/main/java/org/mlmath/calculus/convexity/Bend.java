package org.mlmath.calculus.convexity;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;

/**
 * How a function of one number bends and runs on an interval, and where it is defined at all.
 *
 * @param domain the interval on which it is defined
 */
record Bend(boolean convex, boolean concave, boolean rising, boolean falling, Interval domain) {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Interval POSITIVE = new Interval(0, INF);
    private static final Bend UNKNOWN = new Bend(false, false, false, false, Interval.ENTIRE);
    private static final String ARGUMENT = "t";

    /** Functions that are smooth on a domain that is an interval, where it is not the whole line. */
    private static final Map<Function, Interval> DOMAINS = Map.ofEntries(
            Map.entry(Function.LN, POSITIVE),
            Map.entry(Function.LOG2, POSITIVE),
            Map.entry(Function.LOG10, POSITIVE),
            Map.entry(Function.LOG1P, new Interval(-1, INF)),
            Map.entry(Function.SQRT, POSITIVE),
            Map.entry(Function.ASIN, new Interval(-1, 1)),
            Map.entry(Function.ACOS, new Interval(-1, 1)),
            Map.entry(Function.ACOSH, new Interval(1, INF)),
            Map.entry(Function.ATANH, new Interval(-1, 1)),
            Map.entry(Function.LOGIT, new Interval(0, 1)),
            Map.entry(Function.ASECH, new Interval(0, 1)));

    private static final Map<Function, IntervalFunction[]> DERIVATIVES = new ConcurrentHashMap<>();

    /** Of a function of one argument on the part of an interval where it is defined. */
    static Bend of(Function function, Interval on) {
        Interval domain = DOMAINS.getOrDefault(function, Interval.ENTIRE);
        Interval x = on.intersect(domain);
        if (x.isEmpty()) {
            return UNKNOWN;
        }
        boolean right = x.lower() >= 0;
        boolean left = x.upper() <= 0;
        return switch (function) {
            case ABS -> new Bend(true, right || left, right, left, domain);
            case RELU -> new Bend(true, right || left, true, left, domain);
            case SIGMOID, SOFTSIGN -> new Bend(left, right, true, false, domain);
            case CBRT -> new Bend(left, right, true, false, domain);
            case LOGIT -> new Bend(x.lower() >= 0.5, x.upper() <= 0.5, true, false, domain);
            case COSH -> new Bend(true, false, right, left, domain);
            // No derivative everywhere, or steps.
            case SIGN, STEP, FLOOR, CEIL, ROUND, TRUNC, NOT, FACTORIAL -> UNKNOWN;
            default -> smooth(function, x, domain);
        };
    }

    private static Bend smooth(Function function, Interval x, Interval domain) {
        IntervalFunction[] derivatives;
        synchronized (DERIVATIVES) { // which hold a workspace
            derivatives = DERIVATIVES.computeIfAbsent(function, Bend::derivatives);
            if (!DOMAINS.containsKey(function) && !derivatives[0].over(x).isContinuous()) {
                return UNKNOWN; // a pole, perhaps
            }
            Interval slope = derivatives[1].over(x).range();
            Interval curvature = derivatives[2].over(x).range();
            return slope.isEmpty() || curvature.isEmpty()
                    ? UNKNOWN
                    : new Bend(
                            curvature.lower() >= 0,
                            curvature.upper() <= 0,
                            slope.lower() >= 0,
                            slope.upper() <= 0,
                            domain);
        }
    }

    private static IntervalFunction[] derivatives(Function function) {
        Expression value = Call.of(function, new Variable(ARGUMENT));
        Expression first = Differentiator.derivative(value, ARGUMENT).expression();
        Expression second = Differentiator.derivative(first, ARGUMENT).expression();
        return List.of(value, first, second).stream()
                .map(expression -> IntervalFunction.of(expression, List.of(ARGUMENT)))
                .toArray(IntervalFunction[]::new);
    }

    /** Of t ↦ tᵖ on the part of an interval where it is defined; of integer powers also on negative numbers. */
    static Bend power(Interval p, Interval on) {
        boolean whole = p.isPoint() && p.lower() == Math.rint(p.lower());
        boolean even = whole && p.lower() % 2 == 0;
        if (whole && p.lower() >= 0) {
            boolean right = on.lower() >= 0;
            boolean left = on.upper() <= 0;
            if (p.lower() <= 1) {
                boolean constant = p.lower() == 0;
                return new Bend(true, true, true, constant, Interval.ENTIRE);
            }
            return even
                    ? new Bend(true, false, right, left, Interval.ENTIRE)
                    : new Bend(right, left, true, false, Interval.ENTIRE);
        }
        if (whole && on.upper() <= 0) {
            Interval negative = new Interval(-INF, 0);
            return even ? new Bend(true, false, true, false, negative) : new Bend(false, true, false, true, negative);
        }
        if (whole && on.lower() < 0 || p.isEmpty()) {
            return UNKNOWN; // a pole inside
        }
        return new Bend(
                p.lower() >= 1 || p.upper() <= 0,
                p.lower() >= 0 && p.upper() <= 1,
                p.lower() >= 0,
                p.upper() <= 0,
                POSITIVE);
    }

    /**
     * The shape of this function of one of a shape.
     *
     * @param range of the inner function; where it leaves the domain, what is left of the region has to be convex
     */
    Shape of(Shape inner, Interval range) {
        boolean below = range.lower() < domain.lower();
        boolean above = range.upper() > domain.upper();
        if (inner == Shape.UNKNOWN || below && !inner.concave() || above && !inner.convex()) {
            return Shape.UNKNOWN;
        }
        boolean affine = inner.affine();
        return Shape.of(
                convex && (affine || rising && inner.convex() || falling && inner.concave()),
                concave && (affine || rising && inner.concave() || falling && inner.convex()));
    }
}
