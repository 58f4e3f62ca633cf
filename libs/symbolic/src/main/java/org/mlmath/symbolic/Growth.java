package org.mlmath.symbolic;

import java.math.BigDecimal;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.numerics.MathException;

/**
 * How large the numbers and polynomials may become when a tree is computed exactly and multiplied out: an upper bound, in bits,
 * from the tree alone. Arithmetic on integers cannot be interrupted, so what would be too large must not be begun; nor what is
 * nested too deeply.
 */
final class Growth {
    /** Some 3,000 digits; or a polynomial of degree 500, a variable counting 20 bits. */
    private static final double BITS = 10_000;

    private static final double VARIABLE = 20;

    /** What stands inside a factorial, Γ or a binomial coefficient: each step in it multiplies the digits. */
    private static final double ARGUMENT = 1_000;

    /** Symja compares trees in a time that doubles with every level or two, and cannot be interrupted in it either. */
    private static final int DEPTH = 20;

    private Growth() {}

    /** @throws NotConvertible for a tree whose exact value is too large to be begun, or too deeply nested to be compared */
    static void require(Expression expression) {
        requireShallow(expression, DEPTH);
        bits(expression);
    }

    private static void requireShallow(Expression expression, int levels) {
        if (levels == 0) {
            throw new NotConvertible("more than " + DEPTH + " levels");
        }
        Expressions.children(expression).forEach(child -> requireShallow(child, levels - 1));
    }

    private static double bits(Expression expression) {
        double bits =
                switch (expression) {
                    case Number(BigDecimal value) -> digits(value) * 3.33 + 1;
                    case Constant _ -> 1;
                    case Variable _ -> VARIABLE;
                    case Negate(Expression operand) -> bits(operand);
                    case Sum(List<Expression> terms) -> widest(terms);
                    case Product(List<Expression> factors) ->
                        factors.stream().mapToDouble(Growth::bits).sum();
                    case Quotient(Expression numerator, Expression denominator) -> bits(numerator) + bits(denominator);
                    case Power(Expression base, Expression exponent) -> power(base, exponent);
                    case Call(Function function, List<Expression> arguments) -> call(function, arguments);
                    default -> widest(Expressions.children(expression));
                };
        if (!(bits <= BITS)) {
            throw new NotConvertible("numbers of " + bits + " bits");
        }
        return bits;
    }

    private static double digits(BigDecimal value) {
        return Math.max(value.precision(), value.precision() - (double) value.scale()) + Math.max(0, value.scale());
    }

    /** Denominators are multiplied: a sum has the bits of all its terms, at worst; in practice of the widest and a few more. */
    private static double widest(List<Expression> parts) {
        double widest = 0;
        for (Expression part : parts) {
            widest = Math.max(widest, bits(part));
        }
        return widest + parts.size();
    }

    private static double power(Expression base, Expression exponent) {
        double own = bits(base);
        double other = bits(exponent);
        if (!exponent.variables().isEmpty()) {
            return own + other;
        }
        double size = Math.abs(value(exponent));
        boolean one = base instanceof Number(BigDecimal value) && value.compareTo(BigDecimal.ONE) == 0;
        // e^1000 and π^1000 stay as they are; it is integers, variables and sums that are multiplied out.
        return base instanceof Constant || one ? own + other : Math.max(1, size) * own;
    }

    private static double call(Function function, List<Expression> arguments) {
        double widest = widest(arguments);
        switch (function) {
            case FACTORIAL, GAMMA, LGAMMA, DIGAMMA, POLYGAMMA, BETA, BINOMIAL -> {
                for (Expression argument : arguments) {
                    requireModest(argument);
                }
                return widest + ARGUMENT;
            }
            case FLOOR, CEIL, ROUND, TRUNC, MOD, GCD, LCM, ROOT, LOG -> {
                arguments.stream()
                        .filter(argument -> argument.variables().isEmpty())
                        .forEach(Growth::value);
                return widest;
            }
            default -> {
                return widest;
            }
        }
    }

    /** Numbers up to a thousand, whatever the variables will be. */
    private static void requireModest(Expression argument) {
        if (argument instanceof Number(BigDecimal value) && value.compareTo(BigDecimal.valueOf(ARGUMENT)) > 0) {
            throw new NotConvertible("a large number in a factorial");
        }
        if (argument.variables().isEmpty() && Math.abs(value(argument)) > ARGUMENT) {
            throw new NotConvertible("a large number in a factorial");
        }
        Expressions.children(argument).forEach(Growth::requireModest);
    }

    /** @return the value of a tree without variables, as a double */
    private static double value(Expression constant) {
        if (constant == Constant.INFINITY) {
            return 1;
        }
        try {
            return Evaluation.value(constant, List.of(), new double[0]);
        } catch (MathException undefined) {
            throw new NotConvertible("a constant without a value");
        }
    }
}
