package org.mlmath.calculus.simplify;

import java.math.BigDecimal;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;

/** How long an expression is to read: its parts, a sign counting for little, and its characters where those are equal. */
final class Measure {
    private Measure() {}

    static double of(Expression expression) {
        return parts(expression) + 1e-4 * Expressions.text(expression).length();
    }

    static boolean hasSquareFactor(BigDecimal value) {
        if (value.scale() > 0 || value.signum() == 0 || value.precision() > 9) {
            return false;
        }
        int number = value.intValueExact();
        for (int d = 2; d * d <= number; d++) {
            if (number % (d * d) == 0) {
                return true;
            }
        }
        return false;
    }

    private static double parts(Expression expression) {
        double own = expression instanceof Negate ? 0.5 : 1;
        if (expression instanceof Call(Function function, List<Expression> arguments)
                && function == Function.SQRT
                && arguments.getFirst() instanceof Number(BigDecimal value)
                && hasSquareFactor(value)) {
            own += 3; // √12 is longer than 2√3
        }
        for (Expression child : Expressions.children(expression)) {
            own += parts(child);
        }
        return own;
    }
}
