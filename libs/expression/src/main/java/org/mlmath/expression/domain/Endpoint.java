package org.mlmath.expression.domain;

import java.math.BigDecimal;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.evaluate.Evaluation;

/**
 * A number at which an interval ends, as a formula such as {@code sqrt(2)} or {@code pi/2} and as the nearest double; or ±∞.
 *
 * @param exact whether the formula is the number itself, not its digits
 */
public record Endpoint(Expression formula, double value, boolean exact) {
    static final Endpoint MINUS_INFINITY = new Endpoint(new Negate(Constant.INFINITY), Double.NEGATIVE_INFINITY, true);
    static final Endpoint INFINITY = new Endpoint(Constant.INFINITY, Double.POSITIVE_INFINITY, true);

    /** Rounding errors of two ways to the same number; different ones that are as near would have to be made on purpose. */
    private static final double SAME = 8 * Math.ulp(1.0);

    /** @param formula without variables, with a finite value */
    static Endpoint of(Expression formula) {
        return new Endpoint(formula, Evaluation.value(formula, List.of(), new double[0]), true);
    }

    /** @return a number known by its digits only */
    static Endpoint digits(double value) {
        return new Endpoint(Expressions.number(new BigDecimal(Double.toString(value))), value, false);
    }

    /** @return how the two stand to each other; 0 where they are the same number up to rounding */
    int compare(Endpoint other) {
        if (value == other.value || formula.equals(other.formula)) {
            return 0;
        }
        if (Double.isInfinite(value) || Double.isInfinite(other.value)) {
            return Double.compare(value, other.value);
        }
        boolean same = Math.abs(value - other.value) <= SAME * Math.max(Math.abs(value), Math.abs(other.value));
        return same ? 0 : Double.compare(value, other.value);
    }

    /** @return canonical text */
    public String text() {
        return Expressions.text(formula);
    }
}
