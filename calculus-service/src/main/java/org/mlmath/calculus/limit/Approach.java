package org.mlmath.calculus.limit;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.precision.Precise;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.ball.Ball;
import org.mlmath.numerics.exact.Rational;

/**
 * An expression and one way to the point: x = a + t, x = a − t for t → 0 from above, or x = t, x = −t for t → ∞.
 *
 * @param to a, or {@code inf}
 * @param negative from below, or to −∞
 * @param moved the expression in t, which has the variable's name
 */
public record Approach(
        Expression expression, String variable, Expression to, boolean negative, Expression moved, Deadline deadline) {
    private static final int BITS = 160;

    /** Bits below which cancellation has left nothing to judge by, */
    private static final int ACCURACY = 96;

    /** unless the value is 0 for all purposes. */
    private static final long NEGLIGIBLE = -1_000;

    public static Approach of(
            Expression expression, String variable, Expression to, boolean negative, Deadline deadline) {
        Expression t = new Variable(variable);
        Expression step = negative ? new Negate(t) : t;
        boolean plain = to == Constant.INFINITY || to.equals(Expressions.number(0));
        Expression x = plain ? step : new Sum(List.of(to, step));
        return new Approach(expression, variable, to, negative, Substitution.of(expression, variable, x), deadline);
    }

    /** @return the same way for another expression */
    public Approach with(Expression other) {
        return of(other, variable, to, negative, deadline);
    }

    boolean infinite() {
        return to == Constant.INFINITY;
    }

    /** @return where the variable itself goes */
    Expression target() {
        return infinite() && negative ? new Negate(Constant.INFINITY) : to;
    }

    /** @return the value at t = m·2^(−n), or m·2ⁿ on the way to infinity, to some forty digits */
    public Precise at(int n, Rational m) {
        Rational power = new Rational(BigInteger.ONE.shiftLeft(n), BigInteger.ONE);
        Rational t = infinite() ? m.multiply(power) : m.divide(power);
        Precise value = HighPrecision.enclosure(moved, Map.of(variable, t), BITS, deadline);
        boolean blurred = value instanceof Precise.Enclosed(Ball ball)
                && ball.accuracy() < ACCURACY
                && ball.magnitude() > NEGLIGIBLE;
        return blurred ? Precise.Missing.UNKNOWN : value;
    }
}
