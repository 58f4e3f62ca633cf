package org.mlmath.calculus.equivalence;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Function;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.precision.Precise;
import org.mlmath.expression.precision.Precise.Exact;
import org.mlmath.expression.precision.Precise.Missing;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.ball.Ball;
import org.mlmath.numerics.exact.Rational;

/** Two expressions compared at one point, with a precision that is raised until it tells. */
final class Probe {
    /** Bits of the attempts; the second decides that values agree: to {@link #DIGITS} digits. */
    private static final int[] PRECISIONS = {128, 448, 1536};

    /** What 448 bits leave certain after some rounding. */
    static final int DIGITS = 100;

    private static final int AGREEING_BITS = 333;

    /** Of a huge number that many digits say little: 10^1000 + 1 is not 10^1000. */
    private static final int ABSOLUTE_BITS = 64;

    private static final int DEFINEDNESS = 96;

    /** Points at which the highest precision is tried: where values cancel, it costs much and tells little. */
    private static final int HARD_POINTS = 3;

    enum Kind {
        EQUAL,
        DIFFERENT,
        ONLY_A,
        ONLY_B,
        NEITHER,
        UNCLEAR,
        /** Where a convention decides, not mathematics: sums over nothing. */
        OUTSIDE
    }

    record Outcome(Kind kind, Map<String, Rational> point, Precise a, Precise b) {}

    private final Expression a;
    private final Expression b;
    private final List<Expression> conventional;
    private int hard;
    private final Deadline deadline;
    /** What the bounds of a range differ by at least. */
    private final Rational shortest;

    /** @param emptyRanges whether sums and products over nothing count */
    Probe(Expression a, Expression b, boolean emptyRanges, Deadline deadline) {
        this.shortest = emptyRanges ? Rational.of(-1) : Rational.ZERO;
        this.a = a;
        this.b = b;
        this.deadline = deadline;
        this.conventional = Parts.of(List.of(a, b), Probe::isConventional);
    }

    private static boolean isConventional(Expression part) {
        return part instanceof Series
                || part instanceof Call(Function function, List<Expression> _) && function == Function.BINOMIAL;
    }

    Outcome at(Map<String, Rational> point) {
        if (isOutside(point)) {
            return new Outcome(Kind.OUTSIDE, point, Missing.UNKNOWN, Missing.UNKNOWN);
        }
        return at(point, hard < HARD_POINTS ? PRECISIONS : Arrays.copyOf(PRECISIONS, 2));
    }

    /** Constants are worth more: to 8,192 bits. */
    Outcome constants() {
        return at(Map.of(), new int[] {128, 448, HighPrecision.MAX_BITS / 2});
    }

    private Outcome at(Map<String, Rational> point, int[] precisions) {
        Precise left = Missing.UNKNOWN;
        Precise right = Missing.UNKNOWN;
        for (int bits : precisions) {
            deadline.check();
            left = left instanceof Exact || left == Missing.UNDEFINED
                    ? left
                    : HighPrecision.at(a, point, bits, deadline);
            right = right instanceof Exact || right == Missing.UNDEFINED
                    ? right
                    : HighPrecision.at(b, point, bits, deadline);
            Kind kind = kind(left, right, bits);
            if (kind == Kind.EQUAL
                    && bits < precisions[precisions.length - 1]
                    && point.isEmpty()
                    && !(left instanceof Exact)) {
                continue;
            }
            if (kind != Kind.UNCLEAR) {
                return new Outcome(kind, point, left, right);
            }
        }
        hard++;
        return new Outcome(Kind.UNCLEAR, point, left, right);
    }

    private static Kind kind(Precise left, Precise right, int bits) {
        if (left == Missing.UNDEFINED || right == Missing.UNDEFINED) {
            if (left == right) {
                return Kind.NEITHER;
            }
            return left.isDefined() ? Kind.ONLY_A : right.isDefined() ? Kind.ONLY_B : Kind.UNCLEAR;
        }
        if (!left.isDefined() || !right.isDefined()) {
            return Kind.UNCLEAR;
        }
        if (left.equals(right) && !(left instanceof Precise.Enclosed)) {
            return Kind.EQUAL;
        }
        if (HighPrecision.differ(left, right, bits)) {
            return Kind.DIFFERENT;
        }
        if (bits <= AGREEING_BITS) {
            return Kind.UNCLEAR;
        }
        Ball x = left.ball(bits);
        Ball y = right.ball(bits);
        long size = Math.max(0, Math.max(x.magnitude(), y.magnitude()));
        return x.subtract(y, bits).magnitude() < Math.min(size - AGREEING_BITS, -ABSOLUTE_BITS)
                ? Kind.EQUAL
                : Kind.UNCLEAR;
    }

    /** Which side has a value at all, as far as little precision tells. */
    private Kind definedness(Map<String, Rational> point) {
        Precise left = HighPrecision.at(a, point, DEFINEDNESS, deadline);
        Precise right = HighPrecision.at(b, point, DEFINEDNESS, deadline);
        boolean oneSided = left == Missing.UNDEFINED ^ right == Missing.UNDEFINED;
        return oneSided ? kind(left, right, DEFINEDNESS) : Kind.UNCLEAR;
    }

    /** Ranges that end before they begin, and binomial coefficients of negative integers. */
    private boolean isOutside(Map<String, Rational> point) {
        for (Expression part : conventional) {
            if (!point.keySet().containsAll(part.variables())) {
                continue; // inside another sum
            }
            switch (part) {
                case Series series
                when exact(series.from(), point) instanceof Rational from
                        && exact(series.to(), point) instanceof Rational to
                        && to.subtract(from).compareTo(shortest) < 0 -> {
                    return true;
                }
                case Call call
                when exact(call.arguments().getFirst(), point) instanceof Rational n
                        && n.isInteger()
                        && n.signum() < 0 -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private Rational exact(Expression expression, Map<String, Rational> point) {
        return point.keySet().containsAll(expression.variables())
                        && HighPrecision.at(expression, point, 64, deadline) instanceof Exact(Rational number)
                ? number
                : null;
    }

    /**
     * Whether a side has no value all around, and not at the point alone.
     *
     * @param outcome of a point where one side is undefined
     */
    boolean persists(Outcome outcome, Setting setting) {
        for (int direction = 0; direction < 4; direction++) {
            Map<String, Rational> beside = new HashMap<>();
            int index = 0;
            for (Map.Entry<String, Rational> coordinate : outcome.point().entrySet()) {
                boolean up = (direction >> index % 2 & 1) == 0;
                index++;
                boolean integer = setting.range(coordinate.getKey()).integer();
                Rational step = integer
                        ? Rational.of(1 + direction / 2)
                        : Rational.parse(direction < 2 ? "0.00137" : "0.0000731")
                                .multiply(Rational.of(index));
                beside.put(coordinate.getKey(), coordinate.getValue().add(up ? step : step.negate()));
            }
            if (setting.admits(beside) && !isOutside(beside) && definedness(beside) == outcome.kind()) {
                return true;
            }
        }
        return false;
    }
}
