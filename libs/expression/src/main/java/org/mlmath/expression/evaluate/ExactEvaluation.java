package org.mlmath.expression.evaluate;

import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.numerics.exact.Rational;

/**
 * Values without rounding, where there are any: of arithmetic with integer powers at rational points. A coordinate counts as the
 * decimal it is written as.
 */
public final class ExactEvaluation {
    /** Digits of a number above which exactness is given up. */
    private static final int BITS = 4_000;

    /** A decimal of more digits is the rounding of a number that was meant, not that number. */
    private static final int DIGITS = 15;

    private static final Rational UNKNOWN = null;

    private final List<String> variables;
    private final double[] point;
    private final Map<Expression, Optional<Rational>> known = new IdentityHashMap<>();

    private ExactEvaluation(List<String> variables, double[] point) {
        this.variables = variables;
        this.point = point;
    }

    /**
     * @param variables the order of the point's coordinates, all free variables of the expression among them
     * @return the value, if it is rational and is found without rounding
     */
    public static Optional<Rational> value(Expression expression, List<String> variables, double[] point) {
        return new ExactEvaluation(variables, point).of(expression);
    }

    /** @return the number that a double stands for, if its shortest decimal has at most 15 digits: 0.1 is 1/10, 0.333… is none */
    public static Optional<Rational> meant(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().precision() <= DIGITS
                ? Optional.of(Rational.of(value))
                : Optional.empty();
    }

    private Optional<Rational> of(Expression expression) {
        Optional<Rational> value = known.get(expression);
        if (value == null) {
            value = Optional.ofNullable(compute(expression)).filter(ExactEvaluation::bearable);
            known.put(expression, value);
        }
        return value;
    }

    private Rational compute(Expression expression) {
        return switch (expression) {
            case Number(BigDecimal value) -> Rational.parse(value.toString());
            case Variable(String name) -> meant(point[variables.indexOf(name)]).orElse(UNKNOWN);
            case Negate(Expression operand) -> of(operand).map(Rational::negate).orElse(UNKNOWN);
            case Sum(List<Expression> terms) -> folded(terms, Rational::add);
            case Product(List<Expression> factors) -> folded(factors, Rational::multiply);
            case Quotient(Expression numerator, Expression denominator) ->
                of(denominator)
                        .filter(divisor -> divisor.signum() != 0)
                        .flatMap(divisor -> of(numerator).map(value -> value.divide(divisor)))
                        .orElse(UNKNOWN);
            case Power(Expression base, Expression exponent) -> power(base, exponent);
            case Call(Function function, List<Expression> arguments)
            when function == Function.ABS ->
                of(arguments.getFirst()).map(Rational::abs).orElse(UNKNOWN);
            default -> UNKNOWN;
        };
    }

    private Rational folded(List<Expression> operands, BinaryOperator<Rational> operation) {
        Rational result = null;
        for (Expression operand : operands) {
            Rational value = of(operand).orElse(UNKNOWN);
            if (value == null) {
                return UNKNOWN;
            }
            result = result == null ? value : operation.apply(result, value);
            if (!bearable(result)) {
                return UNKNOWN;
            }
        }
        return result;
    }

    private Rational power(Expression base, Expression exponent) {
        Rational of = of(base).orElse(UNKNOWN);
        Rational by = of(exponent).orElse(UNKNOWN);
        if (of == null || by == null || !by.isInteger() || by.numerator().bitLength() > 20) {
            return UNKNOWN;
        }
        int n = by.numerator().intValue();
        long bits = (long) Math.abs(n)
                * Math.max(of.numerator().bitLength(), of.denominator().bitLength());
        if (bits > BITS || (n <= 0 && of.signum() == 0)) {
            return UNKNOWN;
        }
        int size = Math.abs(n);
        Rational power = new Rational(of.numerator().pow(size), of.denominator().pow(size));
        return n < 0 ? Rational.ONE.divide(power) : power;
    }

    private static boolean bearable(Rational value) {
        return value.numerator().bitLength() <= BITS && value.denominator().bitLength() <= BITS;
    }
}
