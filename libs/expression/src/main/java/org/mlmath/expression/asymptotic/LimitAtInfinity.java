package org.mlmath.expression.asymptotic;

import java.util.Optional;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.numerics.MathException;

/**
 * The limit of an expression as its variable goes to infinity, proven by Gruntz' algorithm.
 *
 * <p>The parts that vary most rapidly are all about powers of one of them, ω, which is chosen to go to 0. Written as a series in ω, the
 * expression goes where its first term does: to 0 or infinity by the sign of the exponent, or where the coefficient goes, which varies less
 * rapidly. Whether a coefficient is 0 is proven either way; where that fails, there is no answer.
 *
 * <p>Source: Gruntz, <i>On Computing Limits in a Symbolic Manipulation System</i>, ETH Zürich 1996.
 */
public final class LimitAtInfinity {
    private LimitAtInfinity() {}

    /**
     * @param expression in one variable
     * @return a number, {@code inf} or {@code -inf}; empty where that was not decided, as for what oscillates
     */
    public static Optional<Expression> of(Expression expression, String variable, Deadline deadline) {
        return limit(expression, variable, false, deadline);
    }

    /** As {@link #of}, for the variable going to 0 from above. */
    public static Optional<Expression> atZero(Expression expression, String variable, Deadline deadline) {
        return limit(expression, variable, true, deadline);
    }

    private static Optional<Expression> limit(
            Expression expression, String variable, boolean reciprocal, Deadline deadline) {
        Constants constants = new Constants(deadline);
        Growth growth = new Growth(constants, deadline);
        try {
            Germ variableGerm = reciprocal ? growth.germs().power(Germs.X, Constants.MINUS_ONE) : Germs.X;
            Germ germ = new ExpLogForm(growth, constants).of(expression, variable, variableGerm);
            Expression limit = growth.limit(germ);
            return Optional.of(
                    limit.equals(Growth.MINUS_INFINITY) || limit == Constant.INFINITY
                            ? limit
                            : constants.simplify(limit));
        } catch (UndecidedException undecided) {
            return Optional.empty();
        } catch (DeadlineExceededException late) {
            throw late; // a MathException too, but of the caller's making
        } catch (MathException tooLarge) {
            return Optional.empty();
        }
    }
}
