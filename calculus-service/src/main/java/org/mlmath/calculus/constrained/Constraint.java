package org.mlmath.calculus.constrained;

import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Relation;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/**
 * A constraint as it was written.
 *
 * @param given the whole
 * @param function what is 0, or at most 0, where it holds
 */
record Constraint(Expression given, Expression function) {
    /**
     * @param listed the variables there may be, null: any
     * @param equation whether it has to be one
     * @throws MathException where it is neither; pointer relative to the constraint
     */
    static Constraint of(String text, List<String> listed, boolean equation) {
        Expression given = listed == null ? Expressions.parse(text) : Expressions.parse(text, listed);
        if (!(given instanceof Comparison(Expression left, Relation relation, Expression right))) {
            return new Constraint(given, given);
        }
        boolean fits =
                switch (relation) {
                    case EQUAL -> equation;
                    case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> !equation;
                    case NOT_EQUAL -> false;
                };
        if (!fits) {
            throw new InvalidParameterException(
                    equation
                            ? "%s is no equation; write it as lhs = rhs.".formatted(Expressions.text(given))
                            : "%s is no inequality; write it as lhs <= rhs or lhs >= rhs."
                                    .formatted(Expressions.text(given)));
        }
        boolean turned = relation == Relation.GREATER || relation == Relation.GREATER_OR_EQUAL;
        return new Constraint(given, turned ? difference(right, left) : difference(left, right));
    }

    private static Expression difference(Expression a, Expression b) {
        Expression zero = Expressions.number(0);
        if (b.equals(zero)) {
            return a;
        }
        Expression negative = b instanceof Negate(Expression operand) ? operand : new Negate(b);
        return a.equals(zero) ? negative : new Sum(List.of(a, negative));
    }
}
