package org.mlmath.calculus.derivative;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Derivative;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;

/**
 * The partial derivatives of an expression by each of its variables: as formulas, each checked against reverse-mode
 * differentiation, and as values.
 */
final class Partials {
    private final Expression expression;
    private final List<String> names;
    private final List<Expression> formulas = new ArrayList<>();
    private final Verification verification;

    /**
     * @param pointer where the expression stands in the request
     * @param derivation takes the rules as they are applied
     * @throws org.mlmath.numerics.DomainException where a part has no derivative anywhere
     * @throws org.mlmath.numerics.LimitExceededException where a result would be too long
     */
    Partials(Expression expression, List<String> names, String pointer, Derivation derivation, Deadline deadline) {
        this.expression = expression;
        this.names = names;
        this.verification = new Verification(expression, names);
        for (int i = 0; i < names.size(); i++) {
            Derivative partial = Differentiation.of(expression, names.get(i), pointer, deadline);
            derivation.add(partial.steps());
            formulas.add(partial.expression());
            verification.check(partial.expression(), i, deadline);
        }
    }

    List<Expression> formulas() {
        return formulas;
    }

    Verification verification() {
        return verification;
    }

    /** @throws DomainException where the function has no value */
    double functionValue(double[] point) {
        return Evaluation.value(expression, names, point);
    }

    /**
     * By reverse mode; by the formula where that fails, since simplifying may have removed what stood in the way.
     *
     * @return NaN for those that do not exist
     */
    double[] values(double[] point) {
        double[] gradient = new double[names.size()];
        ExpressionFunction.of(expression, names).valueAndGradient(point, gradient);
        for (int i = 0; i < gradient.length; i++) {
            if (Double.isNaN(gradient[i])) {
                gradient[i] = ExpressionFunction.of(formulas.get(i), names).value(point);
            }
        }
        return gradient;
    }

    /**
     * As {@link #values}, of a point at which all are needed.
     *
     * @throws DomainException naming the first that does not exist, and why
     */
    double[] definedValues(double[] point) {
        double[] values = values(point);
        for (int i = 0; i < values.length; i++) {
            Evaluation.defined(values[i], formulas.get(i), names, point);
        }
        return values;
    }
}
