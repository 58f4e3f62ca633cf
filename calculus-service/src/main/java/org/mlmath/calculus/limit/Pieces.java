package org.mlmath.calculus.limit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.precision.Precise;
import org.mlmath.expression.precision.Precise.Exact;
import org.mlmath.numerics.exact.Rational;

/**
 * Near enough to the point |u| is u or −u, and a step function is a constant: written so, as the values at two small distances
 * say. What changes between these two stays as it is.
 */
final class Pieces {
    private static final int NEAR = 60;
    private static final int NEARER = 300;

    private final Approach approach;

    private Pieces(Approach approach) {
        this.approach = approach;
    }

    static Expression resolved(Approach approach) {
        return new Pieces(approach).of(approach.expression());
    }

    private Expression of(Expression expression) {
        return switch (expression) {
            case Negate(Expression operand) -> new Negate(of(operand));
            case Sum(List<Expression> terms) -> new Sum(all(terms));
            case Product(List<Expression> factors) -> new Product(all(factors));
            case Quotient(Expression numerator, Expression denominator) -> new Quotient(of(numerator), of(denominator));
            case Power(Expression base, Expression exponent) -> new Power(of(base), of(exponent));
            case Call(Function function, List<Expression> arguments) -> call(function, all(arguments));
            case Comparison _ -> constant(expression);
            case Piecewise(List<Branch> branches, Expression otherwise) -> piecewise(expression, branches, otherwise);
            default -> expression;
        };
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::of).toList();
    }

    private Expression call(Function function, List<Expression> arguments) {
        Expression u = arguments.getFirst();
        Expression call = new Call(function, arguments);
        return switch (function) {
            case ABS -> {
                Integer sign = sign(u);
                yield sign == null ? call : sign < 0 ? new Negate(u) : u;
            }
            case RELU -> {
                Integer sign = sign(u);
                yield sign == null ? call : sign < 0 ? Expressions.number(0) : u;
            }
            case SIGN, STEP, FLOOR, CEIL, ROUND, TRUNC, AND, OR, NOT -> constant(call);
            case MOD -> {
                Expression quotient = new Quotient(u, arguments.get(1));
                Expression whole = constant(Call.of(Function.FLOOR, quotient));
                yield whole instanceof Call
                        ? call
                        : new Sum(List.of(u, new Negate(new Product(List.of(arguments.get(1), whole)))));
            }
            case MIN, MAX -> {
                List<Expression> rest = new ArrayList<>(arguments.subList(1, arguments.size()));
                Expression chosen = u;
                for (Expression other : rest) {
                    Integer sign = sign(new Sum(List.of(chosen, new Negate(other))));
                    if (sign == null) {
                        yield call;
                    }
                    chosen = (sign > 0) == (function == Function.MAX) ? chosen : other;
                }
                yield chosen;
            }
            default -> call;
        };
    }

    private Expression piecewise(Expression whole, List<Branch> branches, Expression otherwise) {
        for (Branch branch : branches) {
            Expression holds = constant(branch.condition());
            if (!(holds instanceof Expression.Number(BigDecimal value))) {
                return whole;
            }
            if (value.signum() != 0) {
                return of(branch.value());
            }
        }
        return otherwise == null ? whole : of(otherwise);
    }

    /** @return the sign near the point, null where there is none for certain */
    private Integer sign(Expression u) {
        Integer near = approach.with(u).at(NEAR, Rational.ONE).sign();
        Integer nearer = approach.with(u).at(NEARER, Rational.ONE).sign();
        return near != null && near.equals(nearer) ? near : null;
    }

    /** @return the integer that it is near the point, else itself */
    private Expression constant(Expression step) {
        Precise near = approach.with(step).at(NEAR, Rational.ONE);
        Precise nearer = approach.with(step).at(NEARER, Rational.ONE);
        return near instanceof Exact(Rational number) && near.equals(nearer) && number.isInteger()
                ? Expressions.number(new BigDecimal(number.numerator()))
                : step;
    }
}
