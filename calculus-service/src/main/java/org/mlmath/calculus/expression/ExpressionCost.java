package org.mlmath.calculus.expression;

import java.util.regex.Pattern;
import org.mlmath.kit.work.Cost;

/** What work on an expression costs, judged by its text; read for this only where it has sums over ranges, whose length tells. */
public final class ExpressionCost {
    private static final Pattern RANGE = Pattern.compile("(?i)sum|prod|∑|∏");

    private static final double SECONDS_PER_OPERATION = 1.5e-8;

    private ExpressionCost() {}

    /** Reading the text and evaluating it so many times. */
    public static Cost values(String expression, long count) {
        double operations = RANGE.matcher(expression).find() ? Loops.operations(expression) : 0;
        double once = Math.max(SECONDS_PER_OPERATION * operations, 2e-8 * expression.length());
        return new Cost(2e-5 + 2e-6 * expression.length() + once * count, 500L * expression.length() + 200 * count);
    }

    /** Derivatives of so many orders, or by so many variables. */
    public static Cost derivatives(String expression, long count) {
        long length = expression.length();
        return values(expression, 30).plus(new Cost(1e-4 + 2e-6 * length * count, 5_000 * length * count));
    }
}
