package org.mlmath.calculus.convexity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.polynomial.AlgebraicRoots;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;

/**
 * A polynomial in several variables with rational coefficients.
 *
 * @param terms by their variables in alphabetical order, each as often as its power says; none for the constant
 */
record PolynomialTerms(Map<List<String>, Rational> terms) {
    private static final int TERMS = 200;

    static final PolynomialTerms ZERO = new PolynomialTerms(Map.of());

    /** @return null where the expression is none, or of a higher degree */
    static PolynomialTerms of(Expression expression, int degree) {
        return switch (expression) {
            case Variable(String name) -> new PolynomialTerms(Map.of(List.of(name), Rational.ONE));
            case Negate(Expression operand) -> {
                PolynomialTerms form = of(operand, degree);
                yield form == null ? null : form.times(constant(Rational.of(-1)), degree);
            }
            case Sum(List<Expression> operands) -> {
                PolynomialTerms sum = ZERO;
                for (Expression operand : operands) {
                    PolynomialTerms form = of(operand, degree);
                    if (form == null) {
                        yield null;
                    }
                    sum = sum.plus(form);
                }
                yield sum;
            }
            case Product(List<Expression> factors) -> {
                PolynomialTerms product = constant(Rational.ONE);
                for (Expression factor : factors) {
                    PolynomialTerms form = product == null ? null : of(factor, degree);
                    product = form == null ? null : product.times(form, degree);
                }
                yield product;
            }
            case Quotient(Expression numerator, Expression denominator) -> {
                PolynomialTerms form = of(numerator, degree);
                Optional<Rational> divisor = denominator.variables().isEmpty()
                        ? AffineForm.number(denominator).filter(value -> value.signum() != 0)
                        : Optional.empty();
                yield form == null || divisor.isEmpty()
                        ? null
                        : form.times(constant(Rational.ONE.divide(divisor.get())), degree);
            }
            case Power(Expression base, Expression exponent)
            when !expression.variables().isEmpty() -> {
                Optional<Rational> power =
                        exponent.variables().isEmpty() ? AffineForm.number(exponent) : Optional.empty();
                boolean whole = power.isPresent()
                        && power.get().isInteger()
                        && power.get().signum() > 0
                        && power.get().compareTo(Rational.of(degree)) <= 0;
                PolynomialTerms form = whole ? of(base, degree) : null;
                PolynomialTerms product = form;
                for (int k = 1; product != null && k < power.get().numerator().intValue(); k++) {
                    product = product.times(form, degree);
                }
                yield product;
            }
            default ->
                expression.variables().isEmpty()
                        ? AffineForm.number(expression)
                                .map(PolynomialTerms::constant)
                                .orElse(null)
                        : null;
        };
    }

    private static PolynomialTerms constant(Rational value) {
        return new PolynomialTerms(value.signum() == 0 ? Map.of() : Map.of(List.of(), value));
    }

    PolynomialTerms plus(PolynomialTerms other) {
        Map<List<String>, Rational> sum = new HashMap<>(terms);
        other.terms.forEach((names, value) -> sum.merge(names, value, Rational::add));
        sum.values().removeIf(value -> value.signum() == 0);
        return new PolynomialTerms(sum);
    }

    private PolynomialTerms times(PolynomialTerms other, int degree) {
        Map<List<String>, Rational> product = new HashMap<>();
        for (Map.Entry<List<String>, Rational> a : terms.entrySet()) {
            for (Map.Entry<List<String>, Rational> b : other.terms.entrySet()) {
                if (a.getKey().size() + b.getKey().size() > degree || product.size() > TERMS) {
                    return null;
                }
                List<String> names = new ArrayList<>(a.getKey());
                names.addAll(b.getKey());
                names.sort(null);
                product.merge(names, a.getValue().multiply(b.getValue()), Rational::add);
            }
        }
        product.values().removeIf(value -> value.signum() == 0);
        return new PolynomialTerms(product);
    }

    /**
     * On all of space, of the parts of one degree each: exactly for degrees up to two, for others from the Hessian where the largest
     * coordinate is 1, which by homogeneity decides about all points.
     */
    Shape shape(Deadline deadline) {
        TreeMap<Integer, Map<List<String>, Rational>> parts = new TreeMap<>();
        terms.forEach((names, value) -> parts.computeIfAbsent(Math.max(2, names.size()), _ -> new HashMap<>())
                .put(names, value));
        Shape shape = Shape.CONSTANT;
        for (Map.Entry<Integer, Map<List<String>, Rational>> part : parts.entrySet()) {
            shape = shape == Shape.UNKNOWN
                    ? shape
                    : shape.plus(
                            part.getKey() == 2
                                    ? new QuadraticForm(part.getValue()).shape()
                                    : new PolynomialTerms(part.getValue()).homogeneous(part.getKey(), deadline));
        }
        return shape;
    }

    private Shape homogeneous(int degree, Deadline deadline) {
        List<String> names = terms.keySet().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
        if (degree % 2 == 1) {
            return Shape.UNKNOWN;
        }
        boolean convex = true;
        boolean concave = true;
        for (int i = 0; i < names.size() && (convex || concave); i++) {
            Interval[] face = new Interval[names.size()];
            Arrays.fill(face, new Interval(-1, 1));
            face[i] = Interval.point(1);
            Curvatures curvatures = new Curvatures(expression(), names, face, deadline);
            convex &= curvatures.least >= 0;
            concave &= curvatures.most <= 0;
        }
        return Shape.of(convex, concave);
    }

    private Expression expression() {
        List<Expression> sum = new ArrayList<>();
        terms.forEach((names, value) -> {
            List<Expression> product = new ArrayList<>(List.of(AlgebraicRoots.number(value)));
            names.forEach(name -> product.add(new Variable(name)));
            sum.add(new Product(product));
        });
        return sum.size() == 1 ? sum.getFirst() : new Sum(sum);
    }
}
