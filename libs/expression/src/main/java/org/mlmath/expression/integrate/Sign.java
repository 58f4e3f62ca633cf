package org.mlmath.expression.integrate;

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
import org.mlmath.expression.Function;
import org.mlmath.numerics.exact.Rational;

/** The sign that an expression has wherever it is defined, as far as its form shows it. */
enum Sign {
    NEGATIVE,
    ZERO,
    NON_NEGATIVE,
    POSITIVE,
    UNKNOWN;

    boolean isNonNegative() {
        return this == NON_NEGATIVE || this == POSITIVE || this == ZERO;
    }

    /** Of a coefficient: a square of a parameter is taken as positive, since a formula divides by it anyway. */
    static Sign ofCoefficient(Expression expression) {
        Sign sign = of(expression);
        return sign == NON_NEGATIVE
                ? POSITIVE
                : sign == UNKNOWN && expression instanceof Negate(Expression operand) && of(operand) == NON_NEGATIVE
                        ? NEGATIVE
                        : sign;
    }

    static Sign of(Expression expression) {
        return switch (expression) {
            case Number(BigDecimal value) -> value.signum() == 0 ? ZERO : POSITIVE;
            case Constant _ -> POSITIVE;
            case Negate(Expression operand) ->
                switch (of(operand)) {
                    case POSITIVE -> NEGATIVE;
                    case NEGATIVE -> POSITIVE;
                    case ZERO -> ZERO;
                    default -> UNKNOWN;
                };
            case Sum(List<Expression> terms) -> sum(expression, terms);
            case Product(List<Expression> factors) -> {
                Sign sign = POSITIVE;
                for (Expression factor : factors) {
                    sign = times(sign, of(factor));
                }
                yield sign;
            }
            case Quotient(Expression numerator, Expression denominator) -> {
                Sign below = of(denominator);
                yield times(of(numerator), below == NON_NEGATIVE ? POSITIVE : below);
            }
            case Power(Expression base, Expression exponent) -> power(of(base), exponent);
            case Call(Function function, List<Expression> arguments) -> call(function, arguments);
            default -> UNKNOWN;
        };
    }

    private static Sign times(Sign a, Sign b) {
        if (a == ZERO || b == ZERO) {
            return ZERO;
        }
        if (a == UNKNOWN || b == UNKNOWN) {
            return UNKNOWN;
        }
        if (a == NON_NEGATIVE || b == NON_NEGATIVE) {
            return a == NEGATIVE || b == NEGATIVE ? UNKNOWN : NON_NEGATIVE;
        }
        return a == b ? POSITIVE : NEGATIVE;
    }

    private static Sign sum(Expression expression, List<Expression> terms) {
        Sign sign = ZERO;
        for (Expression term : terms) {
            Sign next = of(term);
            if (sign == ZERO) {
                sign = next;
            } else if (next == UNKNOWN || (next == NEGATIVE) != (sign == NEGATIVE)) {
                sign = UNKNOWN;
            } else if (next == POSITIVE) {
                sign = POSITIVE;
            }
            if (sign == UNKNOWN) {
                return definiteQuadratic(expression);
            }
        }
        return sign;
    }

    /** x² + x + 1 has no real zero. */
    private static Sign definiteQuadratic(Expression expression) {
        List<String> variables = expression.variables();
        if (variables.size() != 1) {
            return UNKNOWN;
        }
        Rational[] c = Polynomial.rationalCoefficients(expression, variables.getFirst(), 2);
        if (c == null || c.length != 3) {
            return UNKNOWN;
        }
        Rational discriminant =
                c[1].multiply(c[1]).subtract(Rational.of(4).multiply(c[0]).multiply(c[2]));
        if (discriminant.signum() > 0) {
            return UNKNOWN;
        }
        return c[2].signum() < 0
                ? (discriminant.signum() < 0 ? NEGATIVE : UNKNOWN)
                : discriminant.signum() < 0 ? POSITIVE : NON_NEGATIVE;
    }

    private static Sign power(Sign base, Expression exponent) {
        if (base == POSITIVE) {
            return POSITIVE;
        }
        Rational power = Formulas.rational(exponent);
        if (power == null) {
            return base == NON_NEGATIVE ? NON_NEGATIVE : UNKNOWN;
        }
        boolean even = power.isInteger() && !power.numerator().testBit(0);
        if (even) {
            return base == NEGATIVE ? POSITIVE : NON_NEGATIVE;
        }
        return power.isInteger() ? base : base == NEGATIVE ? UNKNOWN : NON_NEGATIVE;
    }

    private static Sign call(Function function, List<Expression> arguments) {
        return switch (function) {
            case EXP, COSH, SECH, SIGMOID, SOFTPLUS, NORMALPDF, NORMALCDF, ERFC -> POSITIVE;
            case SQRT -> of(arguments.getFirst()) == POSITIVE ? POSITIVE : NON_NEGATIVE;
            case ABS, RELU, STEP, HYPOT, ACOS, ACOSH -> NON_NEGATIVE;
            case LN -> {
                Expression argument = arguments.getFirst();
                Rational value = Formulas.rational(argument);
                yield value == null
                        ? argument == Constant.PI ? POSITIVE : UNKNOWN
                        : value.compareTo(Rational.ONE) > 0 ? POSITIVE : NEGATIVE;
            }
            case ATAN, SINH, TANH, ERF, CBRT, ASINH -> of(arguments.getFirst());
            default -> UNKNOWN;
        };
    }
}
