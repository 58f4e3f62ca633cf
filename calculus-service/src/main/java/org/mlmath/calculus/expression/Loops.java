package org.mlmath.calculus.expression;

import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.numerics.MathException;

/** How many operations one value of an expression takes, its sums and products over ranges counted term by term. */
final class Loops {
    /** What evaluation refuses to go beyond. */
    private static final double MOST = 4_000_000;

    /** Terms of a range whose ends are not known. */
    private static final double TERMS = 1_000;

    private Loops() {}

    /** @return 0 for a text that cannot be read */
    static double operations(String text) {
        try {
            return Math.min(MOST, operations(Expressions.parse(text)));
        } catch (MathException e) {
            return 0;
        }
    }

    private static double operations(Expression expression) {
        if (expression instanceof Series series) {
            return 1 + terms(series) * operations(series.body());
        }
        double operations = 1;
        for (Expression child : Expressions.children(expression)) {
            operations += operations(child);
        }
        return operations;
    }

    private static double terms(Series series) {
        if (!series.from().variables().isEmpty() || !series.to().variables().isEmpty()) {
            return TERMS;
        }
        try {
            return Math.max(0, value(series.to()) - value(series.from()) + 1);
        } catch (MathException e) {
            return 0; // no value, at once
        }
    }

    private static double value(Expression constant) {
        return Evaluation.value(constant, List.of(), new double[0]);
    }
}
