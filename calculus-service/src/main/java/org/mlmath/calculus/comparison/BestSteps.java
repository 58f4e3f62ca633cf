package org.mlmath.calculus.comparison;

import java.math.BigDecimal;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.taylor.TaylorExpansion;
import org.mlmath.expression.taylor.TaylorTerm;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;

/**
 * The steps at which difference quotients are expected to be most accurate.
 *
 * @param forward 2√(ε|f|/|f″|), null where f or f″ is 0 or unknown
 * @param central ∛(3ε|f|/|f‴|), null where f or f‴ is 0 or unknown
 */
record BestSteps(Double forward, Double central) {

    /** @param rounding ε, the relative error of a value of f */
    static BestSteps of(
            Expression expression, List<String> names, int index, double[] point, double rounding, Deadline deadline) {
        Expression along = expression;
        for (int i = 0; i < point.length; i++) {
            if (i != index) {
                along = Substitution.of(
                        along, names.get(i), Expressions.number(new BigDecimal(Double.toString(point[i]))));
            }
        }
        try {
            List<TaylorTerm> terms = TaylorExpansion.of(
                            along, List.of(names.get(index)), new double[] {point[index]}, 3, deadline)
                    .terms();
            double f = Math.abs(terms.get(0).value());
            double second = 2 * Math.abs(terms.get(2).value());
            double third = 6 * Math.abs(terms.get(3).value());
            return new BestSteps(step(2 * Math.sqrt(rounding * f / second)), step(Math.cbrt(3 * rounding * f / third)));
        } catch (MathException e) {
            return new BestSteps(null, null);
        }
    }

    private static Double step(double value) {
        return Double.isFinite(value) && value > 0 ? value : null;
    }
}
