package org.mlmath.calculus.derivative;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.mlmath.calculus.expression.DomainDescription;
import org.mlmath.calculus.point.Point;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Derivative;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/**
 * Derivatives dⁿf/dxⁿ of expressions.
 *
 * <p>The text is found by the rules of differentiation, each result simplified; the values by reverse-mode differentiation of
 * the formula as it was given (for higher orders: of the derivative before), which costs a few evaluations and does not suffer
 * from a long formula. A value of the derivative is asked for only where the function itself has one.
 */
public final class Derivatives {
    private Derivatives() {}

    /**
     * @param variable null: the only variable of the expression, x if it has none
     * @param at null: no values
     * @throws InvalidParameterException if there are several variables and none is named
     * @throws org.mlmath.numerics.DomainException where the function or its derivative has no value at the point
     * @throws org.mlmath.numerics.LimitExceededException where the result would be too long
     */
    public static DerivativeResult derivative(
            String text, String variable, int order, Point at, boolean explain, Deadline deadline) {
        Expression expression = Variables.of(text, null).expression();
        String by = Variables.by(expression, variable, "differentiate");
        TreeSet<String> all = new TreeSet<>(expression.variables());
        all.add(by);
        List<String> names = List.copyOf(all);
        int index = names.indexOf(by);

        Derivation derivation = new Derivation(names.size() > 1);
        Verification verification = null;
        Expression before = expression;
        Expression result = expression;
        for (int i = 0; i < order; i++) {
            before = result;
            Derivative next = Differentiation.of(before, by, "/expression", deadline);
            if (i > 0) {
                derivation.nextOrder(i + 1, by, before);
            }
            derivation.add(next.steps());
            result = next.expression();
            Verification check = new Verification(before, names);
            check.check(result, index, deadline);
            if (verification != null) {
                check.include(verification);
            }
            verification = check;
        }

        List<Warning> warnings = new ArrayList<>();
        verification.addWarnings(warnings);
        Double value = null;
        Double functionValue = null;
        if (at != null) {
            try {
                double[] point = at.in(names);
                functionValue = Evaluation.value(expression, names, point);
                value = value(before, result, names, index, point);
                derivation.evaluate(result, names, point, value);
                Differentiation.addKinks(warnings, expression, names, point, List.of(by));
            } catch (MathException e) {
                throw e.at("/at");
            }
        }
        return new DerivativeResult(
                Expressions.text(result),
                Expressions.latex(result),
                by,
                order,
                names,
                value,
                functionValue,
                DomainDescription.of(new Expression.Sum(List.of(expression, result)), warnings),
                explain ? derivation.steps(warnings) : null,
                Differentiation.CONVENTIONS,
                verification.diagnostics(),
                warnings);
    }

    /** By reverse mode; by the formula where that fails, since simplifying may have removed what stood in the way. */
    private static double value(
            Expression function, Expression derivative, List<String> names, int index, double[] point) {
        double[] gradient = new double[names.size()];
        ExpressionFunction.of(function, names).valueAndGradient(point, gradient);
        return Double.isFinite(gradient[index]) ? gradient[index] : Evaluation.value(derivative, names, point);
    }
}
