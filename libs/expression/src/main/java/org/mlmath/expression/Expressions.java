package org.mlmath.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.parse.Parser;
import org.mlmath.expression.print.Latex;
import org.mlmath.expression.print.Text;

/** The way into the language: text to tree and back. */
public final class Expressions {
    private Expressions() {}

    /**
     * Reads an expression in which every name that is neither a function nor a constant is a variable.
     *
     * @throws org.mlmath.expression.parse.ExpressionSyntaxException where the text is not an expression
     * @throws org.mlmath.expression.parse.UnknownNameException for a function that does not exist
     * @throws org.mlmath.numerics.LimitExceededException above the limits of {@link org.mlmath.expression.parse.Limits}
     */
    public static Expression parse(String text) {
        return Parser.parse(text).expression();
    }

    /**
     * Reads an expression in these variables.
     *
     * @throws org.mlmath.expression.parse.UnknownNameException also for a variable that is not among them
     */
    public static Expression parse(String text, List<String> variables) {
        return Parser.parse(text, variables).expression();
    }

    /** @return the canonical text, which reads back as an equal tree */
    public static String text(Expression expression) {
        return Text.of(expression);
    }

    public static String latex(Expression expression) {
        return Latex.of(expression);
    }

    public static Expression number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    /** @return a literal, or its negation where the value is negative */
    public static Expression number(BigDecimal value) {
        return value.signum() < 0
                ? new Expression.Negate(new Expression.Number(value.negate()))
                : new Expression.Number(value);
    }

    /** @return the parts of a node from left to right; bounds before the body, conditions before their values */
    public static List<Expression> children(Expression expression) {
        return switch (expression) {
            case Expression.Number _, Expression.Constant _, Expression.Variable _ -> List.of();
            case Expression.Negate(Expression operand) -> List.of(operand);
            case Expression.Sum(List<Expression> terms) -> terms;
            case Expression.Product(List<Expression> factors) -> factors;
            case Expression.Quotient(Expression numerator, Expression denominator) -> List.of(numerator, denominator);
            case Expression.Power(Expression base, Expression exponent) -> List.of(base, exponent);
            case Expression.Call(Function _, List<Expression> arguments) -> arguments;
            case Expression.Comparison(Expression left, Relation _, Expression right) -> List.of(left, right);
            case Expression.Series(
                    Expression.Series.Kind _,
                    String _,
                    Expression from,
                    Expression to,
                    Expression body) -> List.of(from, to, body);
            case Expression.Piecewise(List<Expression.Branch> branches, Expression otherwise) -> {
                List<Expression> parts = new ArrayList<>();
                for (Expression.Branch branch : branches) {
                    parts.add(branch.condition());
                    parts.add(branch.value());
                }
                if (otherwise != null) {
                    parts.add(otherwise);
                }
                yield parts;
            }
        };
    }
}
