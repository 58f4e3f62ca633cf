package org.mlmath.expression.integrate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;

/** Simplifying arithmetic on trees, as the formulas of a table of integrals need it. */
final class Formulas {
    static final Expression ZERO = Expressions.number(0);
    static final Expression ONE = Expressions.number(1);
    static final Expression TWO = Expressions.number(2);
    static final Expression HALF = new Quotient(ONE, TWO);

    private static final int EXPONENT = 200;

    private final Simplifier simplifier;
    private final Deadline deadline;

    Formulas(Deadline deadline) {
        this.deadline = deadline;
        this.simplifier = new Simplifier(deadline);
    }

    Deadline deadline() {
        return deadline;
    }

    Expression simplify(Expression expression) {
        return simplifier.simplify(expression);
    }

    Expression add(Expression... terms) {
        return simplifier.sum(List.of(terms));
    }

    Expression add(List<Expression> terms) {
        return terms.isEmpty() ? ZERO : simplifier.sum(terms);
    }

    Expression subtract(Expression a, Expression b) {
        return simplifier.subtract(a, b);
    }

    Expression multiply(Expression... factors) {
        return simplifier.product(List.of(factors));
    }

    Expression multiply(List<Expression> factors) {
        return factors.isEmpty() ? ONE : simplifier.product(factors);
    }

    Expression divide(Expression a, Expression b) {
        return simplifier.divide(a, b);
    }

    Expression negate(Expression a) {
        return simplifier.negate(a);
    }

    Expression power(Expression base, Expression exponent) {
        return simplifier.power(base, exponent);
    }

    Expression power(Expression base, long exponent) {
        return simplifier.power(base, Expressions.number(exponent));
    }

    /** Squares come out of the root as moduli: √(2a²) is √2 |a|. */
    Expression sqrt(Expression a) {
        return root(a, false);
    }

    /** As {@link #sqrt}, but √(a²) is a: for formulas that change into themselves with the root's sign. */
    Expression rootUpToSign(Expression a) {
        return root(a, true);
    }

    private Expression root(Expression a, boolean upToSign) {
        Rational value = rational(a);
        if (value != null) {
            return value.signum() > 0 ? SquareRoot.of(this, value) : simplifier.power(a, HALF);
        }
        return switch (a) {
            case Quotient(Expression above, Expression below)
            when Sign.ofCoefficient(below) == Sign.POSITIVE -> divide(root(above, upToSign), root(below, upToSign));
            case Product(List<Expression> factors) -> {
                List<Expression> outside = new ArrayList<>();
                List<Expression> inside = new ArrayList<>();
                for (Expression factor : factors) {
                    boolean positive = Sign.of(factor).isNonNegative();
                    (positive ? outside : inside).add(positive ? root(factor, upToSign) : factor);
                }
                if (!inside.isEmpty()) {
                    outside.add(simplifier.power(multiply(inside), HALF));
                }
                yield multiply(outside);
            }
            case Power(Expression base, Expression exponent)
            when integer(exponent) != null && integer(exponent) % 2 == 0 -> {
                int half = integer(exponent) / 2;
                yield upToSign || half % 2 == 0 || Sign.of(base).isNonNegative()
                        ? power(base, half)
                        : power(call(Function.ABS, base), half);
            }
            default -> simplifier.power(a, HALF);
        };
    }

    Expression exp(Expression a) {
        return simplifier.power(Constant.E, a);
    }

    Expression call(Function function, Expression... arguments) {
        return simplifier.call(function, Arrays.asList(arguments));
    }

    Expression number(Rational value) {
        Expression size = new Number(new BigDecimal(value.numerator().abs()));
        Expression modulus =
                value.isInteger() ? size : new Quotient(size, new Number(new BigDecimal(value.denominator())));
        return value.signum() < 0 ? new Negate(modulus) : modulus;
    }

    Expression fraction(long numerator, long denominator) {
        return number(Rational.of(numerator).divide(Rational.of(denominator)));
    }

    /** @return ln|u|, without the bars where u is never negative */
    Expression logarithm(Expression u) {
        return call(Function.LN, Sign.of(u).isNonNegative() ? u : call(Function.ABS, u));
    }

    Expression derivative(Expression expression, String variable) {
        return Differentiator.derivative(expression, variable, deadline).expression();
    }

    static boolean isZero(Expression expression) {
        return expression instanceof Number(BigDecimal value) && value.signum() == 0;
    }

    static boolean isOne(Expression expression) {
        return expression.equals(ONE);
    }

    static boolean isCall(Expression expression, Function function) {
        return expression instanceof Call(Function found, List<Expression> _) && found == function;
    }

    static boolean depends(Expression expression, String variable) {
        return switch (expression) {
            case Variable(String name) -> name.equals(variable);
            case Number _, Constant _ -> false;
            case Series series
            when series.index().equals(variable) -> depends(series.from(), variable) || depends(series.to(), variable);
            default -> {
                for (Expression child : Expressions.children(expression)) {
                    if (depends(child, variable)) {
                        yield true;
                    }
                }
                yield false;
            }
        };
    }

    /** @return the rational number that a tree of literals stands for, or null */
    static Rational rational(Expression expression) {
        return switch (expression) {
            case Number(BigDecimal value) ->
                Math.abs((long) value.scale()) > EXPONENT ? null : Rational.parse(value.toString());
            case Negate(Expression operand) -> {
                Rational value = rational(operand);
                yield value == null ? null : value.negate();
            }
            case Quotient(Expression numerator, Expression denominator) -> {
                Rational top = rational(numerator);
                Rational bottom = top == null ? null : rational(denominator);
                yield bottom == null || bottom.signum() == 0 ? null : top.divide(bottom);
            }
            case Sum(List<Expression> terms) -> {
                Rational total = Rational.ZERO;
                for (Expression term : terms) {
                    Rational value = rational(term);
                    if (value == null) {
                        yield null;
                    }
                    total = total.add(value);
                }
                yield total;
            }
            case Product(List<Expression> factors) -> {
                Rational total = Rational.ONE;
                for (Expression factor : factors) {
                    Rational value = rational(factor);
                    if (value == null) {
                        yield null;
                    }
                    total = total.multiply(value);
                }
                yield total;
            }
            case Power(Expression base, Expression exponent) -> {
                Rational value = rational(base);
                Integer power = value == null ? null : integer(exponent);
                if (power == null || power < 0 || power * (value.numerator().bitLength() + 1) > 1000) {
                    yield null;
                }
                yield new Rational(
                        value.numerator().pow(power), value.denominator().pow(power));
            }
            default -> null;
        };
    }

    /** @return the small integer that a tree stands for, or null */
    static Integer integer(Expression expression) {
        Rational value = rational(expression);
        return value == null || !value.isInteger() || value.numerator().bitLength() > 30
                ? null
                : value.numerator().intValue();
    }
}
