package org.mlmath.expression.quadrature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
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
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.integrate.ConstantForm;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.integration.EndpointBehaviour;

/**
 * The limit of a formula at a bound, in closed form, by the rules for sums, products and continuous functions; products of 0 and ∞
 * by which of the two wins.
 */
final class Boundary {
    private static final Expression ZERO = Expressions.number(0);

    private final String x;
    private final Expression bound;
    private final double value;
    private final int side;
    private final Deadline deadline;

    /**
     * @param bound in closed form, {@code inf} or {@code -inf}
     * @param value the bound as a number
     * @param side from which it is approached: 1 from above
     */
    Boundary(String x, Expression bound, double value, int side, Deadline deadline) {
        this.x = x;
        this.bound = bound;
        this.value = value;
        this.side = side;
        this.deadline = deadline;
    }

    /** @return the limit, finite and in closed form; null where it is not found */
    Expression of(Expression formula) {
        try {
            Expression limit = limit(formula);
            return limit == null || infinite(limit) != 0 ? null : ConstantForm.of(limit, deadline);
        } catch (LimitExceededException e) {
            return null;
        }
    }

    /** @return a constant, inf or −inf; null: not known */
    private Expression limit(Expression formula) {
        if (!formula.variables().contains(x)) {
            return formula;
        }
        double approached = near(formula);
        if (Double.isFinite(value)) {
            double at = new Integrand(formula, x, deadline).applyAsDouble(value);
            if (Double.isFinite(at)
                    && Math.abs(at - approached) <= 1e-6 * Math.max(1, Math.abs(at))
                    && isModerate(formula)) {
                return Substitution.of(formula, x, bound);
            }
        }
        return switch (formula) {
            case Variable _ -> bound;
            case Negate(Expression operand) -> negated(limit(operand));
            case Sum(List<Expression> terms) -> sum(terms);
            case Product(List<Expression> factors) -> product(formula, factors);
            case Quotient(Expression above, Expression below) -> quotient(formula, above, below);
            case Power(Expression base, Expression exponent) -> power(formula, base, exponent);
            case Call(Function function, List<Expression> arguments)
            when arguments.size() == 1 -> call(function, limit(arguments.getFirst()), arguments.getFirst());
            default -> null;
        };
    }

    /** No part is so large that it must be a pole, hit but for rounding. */
    private boolean isModerate(Expression formula) {
        if (!formula.variables().contains(x)) {
            return true;
        }
        double at = new Integrand(formula, x, deadline).applyAsDouble(value);
        return Math.abs(at) < 1e10 * Math.max(1, Math.abs(value))
                && Expressions.children(formula).stream().allMatch(this::isModerate);
    }

    private double near(Expression formula) {
        Integrand f = new Integrand(formula, x, deadline);
        return f.applyAsDouble(
                Double.isInfinite(value)
                        ? Math.signum(value) * 1e9
                        : value + side * 1e-9 * Math.max(1, Math.abs(value)));
    }

    /** A sine or cosine, or a sum of such, whatever its argument does. */
    private boolean isBounded(Expression formula) {
        return switch (formula) {
            case Call(Function function, List<Expression> _) -> function == Function.SIN || function == Function.COS;
            case Sum(List<Expression> terms) -> terms.stream().allMatch(this::isBounded);
            case Negate(Expression operand) -> isBounded(operand);
            case Product(List<Expression> factors) ->
                factors.stream().allMatch(factor -> !factor.variables().contains(x) || isBounded(factor))
                        && factors.stream().anyMatch(this::isBounded);
            default -> false;
        };
    }

    private static int infinite(Expression limit) {
        return limit == Constant.INFINITY
                ? 1
                : limit instanceof Negate(Expression operand) && operand == Constant.INFINITY ? -1 : 0;
    }

    private static Expression negated(Expression limit) {
        return limit == null ? null : limit instanceof Negate(Expression operand) ? operand : new Negate(limit);
    }

    /** Terms with a finite limit of their own are set apart: what is left may cancel, as ln(x + 1) − ln(x). */
    private Expression sum(List<Expression> terms) {
        List<Expression> limits = new ArrayList<>();
        List<Expression> others = new ArrayList<>();
        int infinities = 0;
        boolean opposed = false;
        for (Expression term : terms) {
            Expression limit = limit(term);
            int sign = limit == null ? 0 : infinite(limit);
            if (limit == null || sign != 0) {
                others.add(term);
                opposed |= limit == null || sign * infinities < 0;
                infinities = sign == 0 ? infinities : sign;
            } else {
                limits.add(limit);
            }
        }
        if (others.isEmpty()) {
            return new Sum(limits);
        }
        if (!opposed) {
            return infinities > 0 ? Constant.INFINITY : new Negate(Constant.INFINITY);
        }
        Expression rest = byExponent(others.size() == 1 ? others.getFirst() : new Sum(others));
        if (rest == null || infinite(rest) != 0 || limits.isEmpty()) {
            return rest;
        }
        limits.add(rest);
        return new Sum(limits);
    }

    private Expression product(Expression formula, List<Expression> factors) {
        List<Expression> limits = new ArrayList<>();
        boolean infinity = false;
        List<Expression> swinging = factors.stream().filter(this::isBounded).toList();
        if (!swinging.isEmpty() && swinging.size() < factors.size()) {
            List<Expression> others = new ArrayList<>(factors);
            others.removeAll(swinging);
            Expression rest = limit(others.size() == 1 ? others.getFirst() : new Product(others));
            if (rest != null && infinite(rest) == 0 && isZero(rest)) {
                return ZERO;
            }
        }
        for (Expression factor : factors) {
            Expression limit = limit(factor);
            if (limit == null) {
                return byExponent(formula);
            }
            infinity |= infinite(limit) != 0;
            limits.add(limit);
        }
        return infinity ? byExponent(formula) : new Product(limits);
    }

    private Expression quotient(Expression formula, Expression above, Expression below) {
        Expression top = limit(above);
        Expression bottom = top == null ? null : limit(below);
        if (bottom == null || infinite(top) != 0) {
            return byExponent(formula);
        }
        if (infinite(bottom) != 0) {
            return ZERO;
        }
        return isZero(bottom) ? byExponent(formula) : new Quotient(top, bottom);
    }

    private boolean isZero(Expression constant) {
        return Math.abs(new Integrand(constant, x, deadline).applyAsDouble(0)) < 1e-14;
    }

    private Expression power(Expression formula, Expression base, Expression exponent) {
        if (base == Constant.E) {
            Expression limit = limit(exponent);
            return limit == null
                    ? byExponent(formula)
                    : infinite(limit) < 0 ? ZERO : infinite(limit) > 0 ? Constant.INFINITY : new Power(base, limit);
        }
        Expression limit = limit(base);
        if (limit != null
                && infinite(limit) == 0
                && isZero(limit)
                && !exponent.variables().contains(x)) {
            return new Integrand(exponent, x, deadline).applyAsDouble(0) > 0 ? ZERO : byExponent(formula);
        }
        boolean plain = limit != null
                && infinite(limit) == 0
                && !isZero(limit)
                && !exponent.variables().contains(x);
        return plain ? new Power(limit, exponent) : byExponent(formula);
    }

    /** Where the rules do not tell: a formula that falls like a power goes to 0, one that grows like one to ±∞. */
    private Expression byExponent(Expression formula) {
        Integrand f = new Integrand(formula, x, deadline);
        DoubleUnaryOperator g;
        if (Double.isInfinite(value)) {
            double sign = Math.signum(value);
            g = s -> f.applyAsDouble(sign / s);
        } else {
            g = f.from(value, side);
        }
        EndpointBehaviour near = EndpointBehaviour.of(g, 1, 1e-120);
        EndpointBehaviour afar = EndpointBehaviour.of(g, 1, 1e-7);
        for (EndpointBehaviour behaviour : List.of(near, afar)) {
            if (behaviour.exponent() > 0.05) {
                return ZERO;
            }
            if (behaviour.exponent() < -0.05) {
                return behaviour.sign() > 0 ? Constant.INFINITY : new Negate(Constant.INFINITY);
            }
            boolean level = Math.abs(behaviour.exponent()) < 1e-3 && Math.abs(behaviour.logarithm()) < 0.1;
            double quarters = 4 * behaviour.limit();
            if (level && Math.abs(quarters - Math.rint(quarters)) < 1e-12 && Math.abs(quarters) < 1000) {
                return new Quotient(Expressions.number((long) Math.rint(quarters)), Expressions.number(4));
            }
        }
        return null;
    }

    private Expression call(Function function, Expression limit, Expression argument) {
        if (limit == null) {
            return null;
        }
        int sign = infinite(limit);
        Expression halfPi = new Quotient(Constant.PI, Expressions.number(2));
        if (sign == 0) {
            boolean zero = isZero(limit);
            return switch (function) {
                case LN -> zero ? new Negate(Constant.INFINITY) : Call.of(function, limit);
                case TAN -> {
                    double near = near(Call.of(function, argument));
                    yield Math.abs(near) > 1e6
                            ? near > 0 ? Constant.INFINITY : new Negate(Constant.INFINITY)
                            : Call.of(function, limit);
                }
                default -> Call.of(function, limit);
            };
        }
        return switch (function) {
            case ATAN -> sign > 0 ? halfPi : new Negate(halfPi);
            case TANH, ERF, SIGN, SOFTSIGN -> Expressions.number(sign);
            case ERFC -> Expressions.number(sign > 0 ? 0 : 2);
            case SIGMOID, NORMALCDF -> Expressions.number(sign > 0 ? 1 : 0);
            case NORMALPDF, SECH -> ZERO;
            case SOFTPLUS, RELU -> sign > 0 ? Constant.INFINITY : ZERO;
            case ABS, COSH -> Constant.INFINITY;
            case SINH, ASINH, CBRT -> sign > 0 ? Constant.INFINITY : new Negate(Constant.INFINITY);
            case LN, SQRT -> sign > 0 ? Constant.INFINITY : null;
            default -> null;
        };
    }
}
