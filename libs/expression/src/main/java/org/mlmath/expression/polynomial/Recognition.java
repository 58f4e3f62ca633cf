package org.mlmath.expression.polynomial;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.numerics.exact.Polynomial;
import org.mlmath.numerics.exact.Rational;

/** Turns a tree into a quotient of polynomials from the leaves up; null: it is none. */
final class Recognition {
    /** Terms of a sum over a range that are added up. */
    private static final int TERMS = 500;

    private static final RationalFunction ONE = new RationalFunction(Polynomial.ONE, Polynomial.ONE, Polynomial.ONE);

    private final Map<String, RationalFunction> values;
    private final Map<Expression, RationalFunction> known = new IdentityHashMap<>();

    Recognition(String variable) {
        this(Map.of(variable, whole(Polynomial.X)));
    }

    private Recognition(Map<String, RationalFunction> values) {
        this.values = values;
    }

    private static RationalFunction whole(Polynomial polynomial) {
        return new RationalFunction(polynomial, Polynomial.ONE, Polynomial.ONE);
    }

    RationalFunction of(Expression expression) {
        if (known.containsKey(expression)) {
            return known.get(expression);
        }
        RationalFunction result = bounded(make(expression));
        known.put(expression, result);
        return result;
    }

    private static RationalFunction bounded(RationalFunction f) {
        return f == null || tooLarge(f.numerator()) || tooLarge(f.denominator()) || tooLarge(f.poles()) ? null : f;
    }

    private static boolean tooLarge(Polynomial polynomial) {
        return polynomial.degree() > RationalFunction.DEGREE || polynomial.bitLength() > RationalFunction.BITS;
    }

    private RationalFunction make(Expression expression) {
        return switch (expression) {
            case Number(BigDecimal value) -> whole(Polynomial.constant(Rational.parse(value.toString())));
            case Variable(String name) -> values.get(name);
            case Negate(Expression operand) -> {
                RationalFunction a = of(operand);
                yield a == null ? null : new RationalFunction(a.numerator().negate(), a.denominator(), a.poles());
            }
            case Sum(List<Expression> terms) -> fold(terms, Recognition::add);
            case Product(List<Expression> factors) -> fold(factors, Recognition::multiply);
            case Quotient(Expression numerator, Expression denominator) -> divide(of(numerator), of(denominator));
            case Power(Expression base, Expression exponent) -> power(of(base), integer(of(exponent)));
            case Call(Function function, List<Expression> arguments)
            when function == Function.SQRT -> squareRoot(of(arguments.getFirst()));
            case Series series -> series(series);
            default -> null;
        };
    }

    private RationalFunction fold(List<Expression> operands, BinaryOperator<RationalFunction> step) {
        RationalFunction value = of(operands.getFirst());
        for (Expression operand : operands.subList(1, operands.size())) {
            RationalFunction next = of(operand);
            value = value == null || next == null ? null : bounded(step.apply(value, next));
        }
        return value;
    }

    private static RationalFunction add(RationalFunction a, RationalFunction b) {
        boolean same = a.denominator().equals(b.denominator());
        Polynomial numerator = same
                ? a.numerator().add(b.numerator())
                : a.numerator().multiply(b.denominator()).add(b.numerator().multiply(a.denominator()));
        return new RationalFunction(
                numerator,
                same ? a.denominator() : a.denominator().multiply(b.denominator()),
                poles(a.poles(), b.poles()));
    }

    private static RationalFunction multiply(RationalFunction a, RationalFunction b) {
        return new RationalFunction(
                a.numerator().multiply(b.numerator()),
                a.denominator().multiply(b.denominator()),
                poles(a.poles(), b.poles()));
    }

    private static RationalFunction divide(RationalFunction a, RationalFunction b) {
        if (a == null || b == null || b.numerator().isZero()) {
            return null;
        }
        return new RationalFunction(
                a.numerator().multiply(b.denominator()),
                a.denominator().multiply(b.numerator()),
                poles(poles(a.poles(), b.poles()), b.numerator()));
    }

    /** Only the zeros matter, not how often they occur. */
    private static Polynomial poles(Polynomial a, Polynomial b) {
        return a.isConstant() || a.equals(b) ? b : b.isConstant() ? a : a.multiply(b);
    }

    private static RationalFunction power(RationalFunction base, Integer exponent) {
        if (base == null || exponent == null) {
            return null;
        }
        if (exponent < 0) {
            return divide(ONE, power(base, -exponent));
        }
        if (tooLarge(base.numerator(), exponent) || tooLarge(base.denominator(), exponent)) {
            return null;
        }
        return new RationalFunction(
                base.numerator().power(exponent), base.denominator().power(exponent), base.poles());
    }

    private static boolean tooLarge(Polynomial base, int exponent) {
        return (long) base.degree() * exponent > RationalFunction.DEGREE
                || (long) (base.bitLength() - 1) * exponent > RationalFunction.BITS;
    }

    private static Integer integer(RationalFunction f) {
        Rational value = constant(f);
        return value != null && value.isInteger() && value.numerator().bitLength() < 31
                ? value.numerator().intValueExact()
                : null;
    }

    private static Rational constant(RationalFunction f) {
        return f != null
                        && f.numerator().isConstant()
                        && f.denominator().isConstant()
                        && f.poles().isConstant()
                ? f.numerator().leading().divide(f.denominator().leading())
                : null;
    }

    /** Of squares of rational numbers. */
    private static RationalFunction squareRoot(RationalFunction f) {
        Rational square = constant(f);
        if (square == null || square.signum() < 0) {
            return null;
        }
        Rational root =
                new Rational(square.numerator().sqrt(), square.denominator().sqrt());
        return root.multiply(root).equals(square) ? whole(Polynomial.constant(root)) : null;
    }

    private RationalFunction series(Series series) {
        Integer from = integer(of(series.from()));
        Integer to = integer(of(series.to()));
        if (from == null || to == null || (long) to - from >= TERMS) {
            return null;
        }
        boolean product = series.kind() == Series.Kind.PRODUCT;
        RationalFunction total = product ? ONE : whole(Polynomial.ZERO);
        for (int index = from; index <= to && total != null; index++) {
            Map<String, RationalFunction> inner = new HashMap<>(values);
            inner.put(series.index(), whole(Polynomial.constant(Rational.of(index))));
            RationalFunction term = new Recognition(inner).of(series.body());
            total = term == null ? null : bounded(product ? multiply(total, term) : add(total, term));
        }
        return total;
    }
}
