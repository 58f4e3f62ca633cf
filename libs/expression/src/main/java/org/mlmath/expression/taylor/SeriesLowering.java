package org.mlmath.expression.taylor;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.exact.Rational;

/** A tree as quantities of a {@link SeriesAlgebra}. */
final class SeriesLowering {
    /** Terms of a sum over a range. */
    private static final int TERMS = 2_000;

    private final SeriesAlgebra algebra;
    private final Map<String, Quantity> names;
    private final Map<Expression, Quantity> done = new IdentityHashMap<>();

    private SeriesLowering(SeriesAlgebra algebra, Map<String, Quantity> names) {
        this.algebra = algebra;
        this.names = names;
    }

    static Quantity lower(SeriesAlgebra algebra, Expression expression, List<String> variables) {
        Map<String, Quantity> names = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            names.put(variables.get(i), algebra.variable(i));
        }
        return new SeriesLowering(algebra, names).of(expression);
    }

    private Quantity of(Expression expression) {
        Quantity known = done.get(expression);
        if (known == null) {
            known = make(expression);
            done.put(expression, known);
        }
        return known;
    }

    private Quantity make(Expression expression) {
        return switch (expression) {
            case Number(BigDecimal value) -> algebra.number(Scalar.of(Rational.parse(value.toString())));
            case Constant constant -> algebra.constant(constant);
            case Variable(String name) -> names.get(name);
            case Negate(Expression operand) -> algebra.negate(of(operand));
            case Sum(List<Expression> terms) ->
                terms.stream().map(this::of).reduce(algebra::add).orElseThrow();
            case Product(List<Expression> factors) ->
                factors.stream().map(this::of).reduce(algebra::multiply).orElseThrow();
            case Quotient(Expression numerator, Expression denominator) -> quotient(of(numerator), of(denominator));
            case Power(Expression base, Expression exponent) -> algebra.power(of(base), of(exponent));
            case Call(Function function, List<Expression> arguments) ->
                algebra.call(function, arguments.stream().map(this::of).toList());
            case Comparison(Expression left, Relation relation, Expression right) ->
                algebra.compare(of(left), relation, of(right));
            case Piecewise(List<Branch> branches, Expression otherwise) -> {
                Quantity value = otherwise == null ? algebra.number(Double.NaN) : of(otherwise);
                for (Branch branch : branches.reversed()) {
                    value = algebra.select(of(branch.condition()), of(branch.value()), value);
                }
                yield value;
            }
            case Series series -> series(series);
        };
    }

    private Quantity quotient(Quantity numerator, Quantity denominator) {
        if (numerator.isConstant() && denominator.isConstant()) {
            return algebra.number(numerator.constant().dividedBy(denominator.constant()));
        }
        return algebra.divideContinued(numerator, denominator);
    }

    private Quantity series(Series series) {
        Rational from = bound(series, series.from());
        Rational to = bound(series, series.to());
        Rational terms = to.subtract(from);
        if (terms.compareTo(Rational.of(TERMS)) > 0) {
            LimitExceededException e = new LimitExceededException(
                    "A sum or product in an expansion has at most %,d terms.".formatted(TERMS));
            e.with("limit", TERMS);
            throw e;
        }
        boolean product = series.kind() == Series.Kind.PRODUCT;
        Quantity total = algebra.number(product ? 1 : 0);
        for (Rational index = from; index.compareTo(to) <= 0; index = index.add(Rational.ONE)) {
            Map<String, Quantity> inner = new HashMap<>(names);
            inner.put(series.index(), algebra.number(Scalar.of(index)));
            Quantity term = new SeriesLowering(algebra, inner).of(series.body());
            total = product ? algebra.multiply(total, term) : algebra.add(total, term);
        }
        return total;
    }

    private Rational bound(Series series, Expression bound) {
        Quantity value = of(bound);
        if (!value.isConstant()) {
            throw new DomainException(
                    "%s has no expansion: its bounds must be numbers.".formatted(Expressions.text(series)));
        }
        Rational exact = value.constant().exact();
        if (exact == null || !exact.isInteger()) {
            throw new DomainException(
                    "%s is undefined: the bounds must be integers.".formatted(Expressions.text(series)));
        }
        return exact;
    }
}
