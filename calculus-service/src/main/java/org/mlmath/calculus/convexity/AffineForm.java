package org.mlmath.calculus.convexity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.evaluate.ExactEvaluation;
import org.mlmath.expression.polynomial.AlgebraicRoots;
import org.mlmath.numerics.exact.Rational;

/**
 * A sum of rational multiples of variables and a rational number.
 *
 * @param coefficients of the variables, none of them 0
 */
record AffineForm(SortedMap<String, Rational> coefficients, Rational constant) {
    /** Powers of ten beyond which numbers are not written out. */
    private static final int DIGITS = 400;

    /** @return null where the expression is none, or has numbers that are not rational */
    static AffineForm of(Expression expression) {
        return switch (expression) {
            case Variable(String name) -> new AffineForm(new TreeMap<>(Map.of(name, Rational.ONE)), Rational.ZERO);
            case Negate(Expression operand) -> {
                AffineForm form = of(operand);
                yield form == null ? null : form.times(Rational.of(-1));
            }
            case Sum(List<Expression> terms) -> {
                AffineForm sum = constant(Rational.ZERO);
                for (Expression term : terms) {
                    AffineForm form = of(term);
                    if (form == null) {
                        yield null;
                    }
                    sum = sum.plus(form);
                }
                yield sum;
            }
            case Product(List<Expression> factors) -> {
                AffineForm product = constant(Rational.ONE);
                for (Expression factor : factors) {
                    AffineForm form = of(factor);
                    if (form == null || !form.isConstant() && !product.isConstant()) {
                        yield null;
                    }
                    product = form.isConstant() ? product.times(form.constant) : form.times(product.constant);
                }
                yield product;
            }
            case Quotient(Expression numerator, Expression denominator) -> {
                AffineForm above = of(numerator);
                AffineForm below = above == null ? null : of(denominator);
                yield below == null || !below.isConstant() || below.constant.signum() == 0
                        ? null
                        : above.times(Rational.ONE.divide(below.constant));
            }
            default ->
                expression.variables().isEmpty()
                        ? number(expression).map(AffineForm::constant).orElse(null)
                        : null;
        };
    }

    /** @return the value of an expression without variables, where it is rational and of bearable length */
    static Optional<Rational> number(Expression expression) {
        if (expression instanceof Number(BigDecimal value)) {
            return Math.abs((long) value.precision() - value.scale()) + value.precision() > DIGITS
                    ? Optional.empty()
                    : Optional.of(Rational.of(value));
        }
        return ExactEvaluation.value(expression, List.of(), new double[0]);
    }

    private static AffineForm constant(Rational value) {
        return new AffineForm(new TreeMap<>(), value);
    }

    boolean isConstant() {
        return coefficients.isEmpty();
    }

    AffineForm times(Rational factor) {
        SortedMap<String, Rational> scaled = new TreeMap<>();
        if (factor.signum() != 0) {
            coefficients.forEach((name, value) -> scaled.put(name, value.multiply(factor)));
        }
        return new AffineForm(scaled, constant.multiply(factor));
    }

    private AffineForm plus(AffineForm other) {
        SortedMap<String, Rational> sum = new TreeMap<>(coefficients);
        other.coefficients.forEach((name, value) -> {
            Rational both = sum.getOrDefault(name, Rational.ZERO).add(value);
            if (both.signum() == 0) {
                sum.remove(name);
            } else {
                sum.put(name, both);
            }
        });
        return new AffineForm(sum, constant.add(other.constant));
    }

    /** @return the same direction, with the first coefficient 1 and no constant */
    AffineForm direction() {
        AffineForm scaled = times(Rational.ONE.divide(coefficients.get(coefficients.firstKey())));
        return new AffineForm(scaled.coefficients, Rational.ZERO);
    }

    /** @return this in terms of its {@link #direction}, which is called by a name */
    Expression along(String name) {
        return sum(
                List.of(new Product(
                        List.of(AlgebraicRoots.number(coefficients.get(coefficients.firstKey())), new Variable(name)))),
                constant);
    }

    Expression expression() {
        List<Expression> terms = new ArrayList<>();
        coefficients.forEach(
                (name, value) -> terms.add(new Product(List.of(AlgebraicRoots.number(value), new Variable(name)))));
        return sum(terms, constant);
    }

    private static Expression sum(List<Expression> terms, Rational constant) {
        List<Expression> all = new ArrayList<>(terms);
        if (all.isEmpty() || constant.signum() != 0) {
            all.add(AlgebraicRoots.number(constant));
        }
        return all.size() == 1 ? all.getFirst() : new Sum(all);
    }
}
