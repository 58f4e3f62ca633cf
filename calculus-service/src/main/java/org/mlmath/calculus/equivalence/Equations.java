package org.mlmath.calculus.equivalence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlmath.calculus.equivalence.Probe.Kind;
import org.mlmath.calculus.equivalence.Probe.Outcome;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Relation;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.precision.Precise;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.ball.Ball;
import org.mlmath.numerics.exact.Rational;

/** Two equations f = 0 and g = 0: the same up to a factor, or by their solutions. */
final class Equations {
    /** Solutions looked at on each side. */
    private static final int SOLUTIONS = 24;

    /** Bits to which a solution that is not rational is enclosed. */
    private static final int BITS = 160;

    private final Setting setting;
    private final Expression f;
    private final Expression g;
    private final Deadline deadline;
    private int common;
    private Outcome difference;

    Equations(Setting setting, Expression f, Expression g, Deadline deadline) {
        this.setting = setting;
        this.f = f;
        this.g = g;
        this.deadline = deadline;
    }

    static boolean isEquation(Expression expression) {
        return expression instanceof Comparison(Expression _, Relation relation, Expression _)
                && relation == Relation.EQUAL;
    }

    /** @return left minus right */
    static Expression difference(Expression equation) {
        Comparison comparison = (Comparison) equation;
        return new Sum(List.of(comparison.left(), new Negate(comparison.right())));
    }

    /**
     * @return f·g(p) and g·f(p) for a point p at which neither is 0: they are the same function exactly if f is g times a number;
     *     null where there is no such point
     */
    List<Expression> scaled(List<Map<String, Rational>> points) {
        for (Map<String, Rational> point : points) {
            Integer left = sign(f, point);
            Integer right = sign(g, point);
            if (left != null && right != null && left != 0 && right != 0) {
                return List.of(new Product(List.of(f, at(g, point))), new Product(List.of(g, at(f, point))));
            }
        }
        return null;
    }

    private Integer sign(Expression expression, Map<String, Rational> point) {
        return HighPrecision.at(expression, point, 128, deadline).sign();
    }

    /** @return the expression with numbers in place of its variables */
    static Expression at(Expression expression, Map<String, Rational> point) {
        Expression result = expression;
        for (Map.Entry<String, Rational> coordinate : point.entrySet()) {
            Rational value = coordinate.getValue();
            Expression size = new Expression.Quotient(
                    new Expression.Number(
                            new java.math.BigDecimal(value.numerator().abs())),
                    new Expression.Number(new java.math.BigDecimal(value.denominator())));
            result = Substitution.of(result, coordinate.getKey(), value.signum() < 0 ? new Negate(size) : size);
        }
        return result;
    }

    /** Looks for solutions of one that do not solve the other. */
    void compareSolutions(List<Map<String, Rational>> bases, CandidatePoints candidates) {
        for (Map<String, Rational> base : bases) {
            for (String name : setting.variables()) {
                deadline.check();
                if (compareOnLine(candidates, base, name, f, g, true)
                        || compareOnLine(candidates, base, name, g, f, false)) {
                    return;
                }
                if (common >= SOLUTIONS) {
                    return;
                }
            }
        }
    }

    /** @return a solution of one equation only, null where none was found */
    Outcome difference() {
        return difference;
    }

    /** @return how many solutions the two have been seen to share, counted from both sides */
    int common() {
        return common;
    }

    private boolean compareOnLine(
            CandidatePoints candidates,
            Map<String, Rational> base,
            String name,
            Expression solved,
            Expression other,
            boolean first) {
        for (Rational place : candidates.zeros(solved, base, name)) {
            Map<String, Rational> point = new HashMap<>(base);
            point.put(name, place);
            if (!setting.admits(point)) {
                continue;
            }
            Precise own = HighPrecision.at(solved, point, 64, deadline);
            Integer otherSign;
            if (Precise.ZERO.equals(own)) {
                Precise value = HighPrecision.at(other, point, 256, deadline);
                otherSign = value == Precise.Missing.UNDEFINED ? (Integer) 1 : value.sign();
                if (otherSign == null
                        && HighPrecision.at(other, point, 2048, deadline)
                                        .ball(2048)
                                        .magnitude()
                                < -1000) {
                    otherSign = 0;
                }
            } else {
                otherSign = signAtRoot(solved, other, point, name, place);
            }
            if (otherSign == null) {
                continue;
            }
            if (otherSign != 0) {
                Precise yes = Precise.ONE;
                Precise no = Precise.ZERO;
                difference = new Outcome(Kind.DIFFERENT, new TreeMap<>(point), first ? yes : no, first ? no : yes);
                return true;
            }
            common++;
        }
        return false;
    }

    /** The other's sign on an enclosure of the root near that place, 0 where it vanishes there to all digits, null where that is open. */
    private Integer signAtRoot(
            Expression solved, Expression other, Map<String, Rational> point, String name, Rational place) {
        Rational step = place.abs().add(Rational.ONE).multiply(Rational.parse("1e-9"));
        Rational low = place.subtract(step);
        Rational high = place.add(step);
        Integer below = signAt(solved, point, name, low);
        Integer above = signAt(solved, point, name, high);
        if (below == null || above == null || below * above >= 0) {
            return null;
        }
        Rational half = Rational.parse("1/2");
        for (int i = 0; i < BITS; i++) {
            deadline.check();
            Rational middle = low.add(high).multiply(half);
            Integer sign = signAt(solved, point, name, middle);
            if (sign == null) {
                break;
            }
            if (sign.equals(below)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        Map<String, Precise> around = new HashMap<>();
        point.forEach((variable, value) -> around.put(variable, new Precise.Exact(value)));
        around.put(name, Precise.of(Ball.hull(Ball.of(low, 2 * BITS), Ball.of(high, 2 * BITS), 2 * BITS)));
        Precise value = HighPrecision.within(other, around, 2 * BITS, deadline);
        if (value == Precise.Missing.UNDEFINED) {
            return 1;
        }
        if (value.sign() != null) {
            return value.sign();
        }
        return value.isDefined() && value.ball(BITS).magnitude() < -BITS / 2 ? 0 : null;
    }

    private Integer signAt(Expression expression, Map<String, Rational> point, String name, Rational value) {
        Map<String, Rational> there = new HashMap<>(point);
        there.put(name, value);
        return HighPrecision.at(expression, there, 512, deadline).sign();
    }

    /** @return the bases of lines on which solutions are looked for */
    static List<Map<String, Rational>> bases(CandidatePoints candidates) {
        List<Map<String, Rational>> bases = new ArrayList<>(candidates.simple());
        List<Map<String, Rational>> few = new ArrayList<>(bases.subList(0, Math.min(8, bases.size())));
        few.addAll(candidates.seeded(4));
        return few;
    }
}
