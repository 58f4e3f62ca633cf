package org.mlmath.expression.integrate;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Function;

/**
 * A product taken apart: what does not depend on the variable, and powers of what does.
 *
 * @param constant free of the variable
 * @param powers each depends on the variable, in base or exponent
 */
record Factors(Expression constant, List<Factor> powers) {

    record Factor(Expression base, Expression exponent) {
        /** @return the exponent as a small integer, or null */
        Integer integer() {
            return Formulas.integer(exponent);
        }

        Expression in(Formulas formulas) {
            return formulas.power(base, exponent);
        }
    }

    static Factors of(Formulas formulas, Expression expression, String variable) {
        List<Expression> constants = new ArrayList<>();
        List<Factor> powers = new ArrayList<>();
        collect(formulas, expression, variable, false, constants, powers);
        return new Factors(formulas.multiply(constants), List.copyOf(powers));
    }

    private static void collect(
            Formulas formulas,
            Expression expression,
            String variable,
            boolean below,
            List<Expression> constants,
            List<Factor> powers) {
        if (!Formulas.depends(expression, variable)) {
            constants.add(below ? formulas.divide(Formulas.ONE, expression) : expression);
            return;
        }
        switch (expression) {
            case Negate(Expression operand) -> {
                constants.add(formulas.negate(Formulas.ONE));
                collect(formulas, operand, variable, below, constants, powers);
            }
            case Product(List<Expression> factors) ->
                factors.forEach(factor -> collect(formulas, factor, variable, below, constants, powers));
            case Quotient(Expression numerator, Expression denominator) -> {
                collect(formulas, numerator, variable, below, constants, powers);
                collect(formulas, denominator, variable, !below, constants, powers);
            }
            case Power(Expression base, Expression exponent) ->
                powers.add(new Factor(base, below ? formulas.negate(exponent) : exponent));
            case Call(Function function, List<Expression> arguments)
            when function == Function.SQRT ->
                powers.add(new Factor(arguments.getFirst(), below ? formulas.negate(Formulas.HALF) : Formulas.HALF));
            default -> powers.add(new Factor(expression, below ? formulas.negate(Formulas.ONE) : Formulas.ONE));
        }
    }

    /** @return the product of the powers, without the constant */
    Expression rest(Formulas formulas) {
        return product(formulas, powers);
    }

    static Expression product(Formulas formulas, List<Factor> powers) {
        return formulas.multiply(
                powers.stream().map(factor -> factor.in(formulas)).toList());
    }

    /** @return the product of all powers but one */
    Expression without(Formulas formulas, Factor left) {
        return product(
                formulas, powers.stream().filter(factor -> factor != left).toList());
    }
}
