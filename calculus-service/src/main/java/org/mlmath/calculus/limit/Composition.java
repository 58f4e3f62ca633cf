package org.mlmath.calculus.limit;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.Rational;

/**
 * The limit by the rules of limits: of sums, products, quotients, powers and continuous functions, in the extended real numbers. Null
 * where a rule says nothing, as for 0/0, ∞ − ∞ and 1^∞. A bounded factor beside one that goes to 0 is squeezed.
 */
final class Composition {
    static final Expression ZERO = Expressions.number(0);
    private static final Expression ONE = Expressions.number(1);
    private static final Expression MINUS_INFINITY = new Negate(Constant.INFINITY);

    private static final int NEAR = 300;

    private final Approach approach;
    private final Simplifier simplifier;
    private boolean squeezed;

    Composition(Approach approach, Simplifier simplifier) {
        this.approach = approach;
        this.simplifier = simplifier;
    }

    /** @return whether a bounded factor has been squeezed */
    boolean squeezed() {
        return squeezed;
    }

    Expression limit(Expression expression) {
        if (!expression.variables().contains(approach.variable())) {
            return defined(simplifier.simplify(expression));
        }
        return switch (expression) {
            case Variable _ -> approach.target();
            case Negate(Expression operand) -> negated(limit(operand));
            case Sum(List<Expression> terms) -> sum(terms);
            case Product(List<Expression> factors) -> product(factors);
            case Quotient(Expression numerator, Expression denominator) -> quotient(numerator, denominator);
            case Power(Expression base, Expression exponent) -> power(base, exponent);
            case Call(Function function, List<Expression> arguments)
            when arguments.size() == 1 -> call(function, arguments.getFirst());
            default -> null;
        };
    }

    static boolean isInfinite(Expression limit) {
        return limit == Constant.INFINITY || MINUS_INFINITY.equals(limit);
    }

    private Expression negated(Expression limit) {
        if (limit == null) {
            return null;
        }
        if (limit == Constant.INFINITY) {
            return MINUS_INFINITY;
        }
        return MINUS_INFINITY.equals(limit) ? Constant.INFINITY : simplifier.negate(limit);
    }

    private Expression sum(List<Expression> terms) {
        List<Expression> finite = new ArrayList<>();
        Expression infinite = null;
        for (Expression term : terms) {
            Expression limit = limit(term);
            if (limit == null || (isInfinite(limit) && infinite != null && !infinite.equals(limit))) {
                return null;
            }
            if (isInfinite(limit)) {
                infinite = limit;
            } else {
                finite.add(limit);
            }
        }
        return infinite != null ? infinite : simplifier.sum(finite);
    }

    private Expression product(List<Expression> factors) {
        List<Expression> finite = new ArrayList<>();
        int sign = 1;
        boolean infinite = false;
        boolean zero = false;
        boolean bounded = true;
        for (Expression factor : factors) {
            Expression limit = limit(factor);
            if (limit == null) {
                if (!isBounded(factor)) {
                    return null;
                }
                bounded = false;
                continue;
            }
            if (isInfinite(limit)) {
                infinite = true;
                sign *= limit == Constant.INFINITY ? 1 : -1;
                continue;
            }
            int own = sign(limit);
            zero |= own == 0;
            sign *= own;
            finite.add(limit);
        }
        if (!bounded) {
            squeezed |= zero && !infinite;
            return zero && !infinite ? ZERO : null;
        }
        if (infinite) {
            return zero ? null : sign > 0 ? Constant.INFINITY : MINUS_INFINITY;
        }
        return simplifier.product(finite);
    }

    /** What oscillates between bounds. */
    private static boolean isBounded(Expression expression) {
        return switch (expression) {
            case Negate(Expression operand) -> isBounded(operand);
            case Power(Expression base, Expression exponent) ->
                isBounded(base) && exponent instanceof Expression.Number;
            case Call(Function function, List<Expression> _) ->
                function == Function.SIN
                        || function == Function.COS
                        || function == Function.ATAN
                        || function == Function.TANH
                        || function == Function.SIGN
                        || function == Function.SIGMOID
                        || function == Function.STEP;
            default -> false;
        };
    }

    private Expression quotient(Expression numerator, Expression denominator) {
        Expression above = limit(numerator);
        Expression below = limit(denominator);
        if (below == null) {
            return null;
        }
        if (above == null) {
            boolean squeeze = isBounded(numerator) && isInfinite(below);
            squeezed |= squeeze;
            return squeeze ? ZERO : null;
        }
        if (isInfinite(below)) {
            return isInfinite(above) ? null : ZERO;
        }
        int sign = sign(below);
        if (sign == 0) {
            if (!isInfinite(above) && sign(above) == 0) {
                return null;
            }
            Integer side = approach.with(new Quotient(numerator, denominator))
                    .at(NEAR, Rational.ONE)
                    .sign();
            return side == null || side == 0 ? null : side > 0 ? Constant.INFINITY : MINUS_INFINITY;
        }
        if (isInfinite(above)) {
            return (above == Constant.INFINITY) == (sign > 0) ? Constant.INFINITY : MINUS_INFINITY;
        }
        return simplifier.divide(above, below);
    }

    private Expression power(Expression base, Expression exponent) {
        Expression b = limit(base);
        Expression e = limit(exponent);
        if (b == null || e == null) {
            return null;
        }
        if (isInfinite(e)) {
            if (isInfinite(b)) {
                return b == Constant.INFINITY ? (e == Constant.INFINITY ? b : ZERO) : null;
            }
            Double value = value(b);
            if (value == null || value < 0 || value == 1) {
                return null;
            }
            return (value > 1) == (e == Constant.INFINITY) ? Constant.INFINITY : ZERO;
        }
        int sign = sign(e);
        if (isInfinite(b)) {
            if (sign == 0) {
                return null;
            }
            Integer side = approach.with(new Power(base, exponent))
                    .at(NEAR, Rational.ONE)
                    .sign();
            return sign < 0 ? ZERO : side == null ? null : side > 0 ? Constant.INFINITY : MINUS_INFINITY;
        }
        if (sign(b) == 0) {
            if (sign > 0) {
                return ZERO;
            }
            Integer side = sign == 0
                    ? null
                    : approach.with(new Power(base, exponent))
                            .at(NEAR, Rational.ONE)
                            .sign();
            return side == null ? null : side > 0 ? Constant.INFINITY : MINUS_INFINITY;
        }
        return defined(simplifier.power(b, e));
    }

    private Expression call(Function function, Expression argument) {
        Expression u = limit(argument);
        if (u == null) {
            return null;
        }
        if (!isInfinite(u)) {
            return switch (function) {
                case FLOOR, CEIL, ROUND, TRUNC, SIGN, STEP, ACOT, MOD -> null; // jumps
                case LN, LOG10, LOG2 -> sign(u) == 0 ? MINUS_INFINITY : defined(simplifier.call(function, List.of(u)));
                default -> defined(simplifier.call(function, List.of(u)));
            };
        }
        boolean plus = u == Constant.INFINITY;
        Expression half = new Quotient(Constant.PI, Expressions.number(2));
        return switch (function) {
            case EXP -> plus ? u : ZERO;
            case LN, SQRT, LOG10, LOG2, LOG1P, LGAMMA, GAMMA, FACTORIAL, ACOSH -> plus ? u : null;
            case EXPM1 -> plus ? u : Expressions.number(-1);
            case SINH, ASINH, CBRT, FLOOR, CEIL, ROUND, TRUNC -> u;
            case COSH, ABS -> Constant.INFINITY;
            case ATAN -> plus ? half : new Negate(half);
            case ACOT, CSCH, SECH, ACSC, ACSCH, ACOTH -> ZERO;
            case TANH, COTH, ERF, SIGN, SOFTSIGN -> plus ? ONE : Expressions.number(-1);
            case SIGMOID, STEP, NORMALCDF -> plus ? ONE : ZERO;
            case ERFC -> plus ? ZERO : Expressions.number(2);
            case NORMALPDF -> ZERO;
            case RELU, SOFTPLUS -> plus ? u : ZERO;
            case SILU, GELU -> plus ? u : ZERO;
            default -> null;
        };
    }

    /** @return the sign of a finite limit */
    static int sign(Expression limit) {
        Double value = value(limit);
        return value == null ? 0 : Math.abs(value) < 1e-13 ? 0 : value > 0 ? 1 : -1;
    }

    private static Double value(Expression limit) {
        try {
            return limit.variables().isEmpty() ? Evaluation.value(limit, List.of(), new double[0]) : null;
        } catch (MathException undefined) {
            return null;
        }
    }

    /** @return the expression where it has a finite value, else null */
    private static Expression defined(Expression limit) {
        return isInfinite(limit) || value(limit) != null ? limit : null;
    }
}
