package org.mlmath.expression.precision;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.expression.precision.Precise.Exact;
import org.mlmath.expression.precision.Precise.Missing;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.ball.Ball;
import org.mlmath.numerics.ball.ElementaryBalls;
import org.mlmath.numerics.exact.Rational;

/** The value of a tree at one precision, node by node. */
final class Walk {
    /** Terms of sums and products of one value, all together. */
    private static final int TERMS = 20_000;

    private final Arithmetic arithmetic;
    private final Functions functions;
    private final Map<String, Precise> values;
    private final Deadline deadline;
    private int terms;

    Walk(Map<String, ? extends Precise> values, int bits, Deadline deadline) {
        this.arithmetic = new Arithmetic(bits);
        this.functions = new Functions(arithmetic);
        this.values = new HashMap<>(values);
        this.deadline = deadline;
    }

    Precise value(Expression expression) {
        return switch (expression) {
            case Number(BigDecimal value) -> new Exact(Rational.of(value));
            case Constant constant -> constant(constant);
            case Variable(String name) -> {
                Precise value = values.get(name);
                if (value == null) {
                    throw new IllegalArgumentException("no value for " + name);
                }
                yield value;
            }
            case Negate(Expression operand) -> arithmetic.negate(value(operand));
            case Sum(List<Expression> terms) -> {
                Precise sum = value(terms.getFirst());
                for (int i = 1; i < terms.size(); i++) {
                    sum = arithmetic.add(sum, value(terms.get(i)));
                }
                yield sum;
            }
            case Product(List<Expression> factors) -> {
                Precise product = value(factors.getFirst());
                for (int i = 1; i < factors.size(); i++) {
                    product = arithmetic.multiply(product, value(factors.get(i)));
                }
                yield product;
            }
            case Quotient(Expression numerator, Expression denominator) ->
                arithmetic.divide(value(numerator), value(denominator));
            case Power(Expression base, Expression exponent) ->
                base == Constant.E ? functions.exp(value(exponent)) : arithmetic.power(value(base), value(exponent));
            case Call(Function function, List<Expression> arguments) -> {
                deadline.check();
                yield functions.call(
                        function, arguments.stream().map(this::value).toList());
            }
            case Comparison(Expression left, Relation relation, Expression right) ->
                arithmetic.compare(value(left), relation, value(right));
            case Piecewise(List<Branch> branches, Expression otherwise) -> branch(branches, otherwise);
            case Series series -> series(series);
        };
    }

    private Precise constant(Constant constant) {
        return switch (constant) {
            case PI -> new Precise.Turn(Rational.ONE);
            case E -> Precise.of(ElementaryBalls.exp(Ball.ONE, arithmetic.bits));
            case INFINITY -> Missing.UNKNOWN;
        };
    }

    private Precise branch(List<Branch> branches, Expression otherwise) {
        for (Branch branch : branches) {
            Precise condition = value(branch.condition());
            if (condition instanceof Missing) {
                return condition;
            }
            Integer sign = condition.sign();
            if (sign == null) {
                return Missing.UNKNOWN;
            }
            if (sign != 0) {
                return value(branch.value());
            }
        }
        return otherwise == null ? Missing.UNDEFINED : value(otherwise);
    }

    private Precise series(Series series) {
        Precise from = value(series.from());
        Precise to = value(series.to());
        Missing missing = Arithmetic.missing(from, to);
        if (missing != null) {
            return missing;
        }
        BigInteger first = integer(from);
        BigInteger last = integer(to);
        if (first == null || last == null) {
            return from instanceof Exact && to instanceof Exact ? Missing.UNDEFINED : Missing.UNKNOWN;
        }
        boolean product = series.kind() == Series.Kind.PRODUCT;
        Precise outer = values.get(series.index());
        Precise total = product ? Precise.ONE : Precise.ZERO;
        for (BigInteger index = first; index.compareTo(last) <= 0; index = index.add(BigInteger.ONE)) {
            deadline.check();
            if (++terms > TERMS) {
                total = Missing.UNKNOWN;
            }
            if (total instanceof Missing) {
                break;
            }
            values.put(series.index(), new Exact(new Rational(index, BigInteger.ONE)));
            Precise term = value(series.body());
            total = product ? arithmetic.multiply(total, term) : arithmetic.add(total, term);
        }
        if (outer == null) {
            values.remove(series.index());
        } else {
            values.put(series.index(), outer);
        }
        return total;
    }

    private static BigInteger integer(Precise bound) {
        return bound instanceof Exact(Rational number) && number.isInteger() ? number.numerator() : null;
    }
}
