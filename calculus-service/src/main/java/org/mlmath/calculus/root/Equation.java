package org.mlmath.calculus.root;

import java.util.List;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Relation;
import org.mlmath.numerics.InvalidParameterException;

/**
 * What is to be zero.
 *
 * @param given as it was typed, an equation or not
 * @param expression zero where the equation holds
 */
record Equation(Expression given, Expression expression, String variable) {

    /**
     * @param named null: the only variable of the expression, x if it has none
     * @throws InvalidParameterException for several variables, or an inequality
     */
    static Equation of(String text, String named) {
        Expression given = Variables.of(text, null).expression();
        Expression zero = given;
        if (given instanceof Comparison(Expression left, Relation relation, Expression right)) {
            if (relation != Relation.EQUAL) {
                throw new InvalidParameterException("%s is an inequality; give an expression or an equation."
                                .formatted(Expressions.text(given)))
                        .at("/expression");
            }
            boolean alone = right.equals(Expressions.number(0));
            zero = alone ? left : new Sum(List.of(left, new Negate(right)));
        }
        List<String> free = zero.variables();
        String variable = named == null ? (free.isEmpty() ? "x" : free.getFirst()) : Variables.name(named, "/variable");
        List<String> others =
                free.stream().filter(name -> !name.equals(variable)).toList();
        if (!others.isEmpty()) {
            throw new InvalidParameterException(
                            "The expression has other variables besides %s: %s. Put numbers in their place."
                                    .formatted(variable, String.join(", ", others)))
                    .at(named == null ? "/expression" : "/variable");
        }
        return new Equation(given, zero, variable);
    }

    boolean isEquation() {
        return given != expression;
    }
}
