package org.mlmath.expression.matrix;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Function;
import org.mlmath.expression.matrix.MatrixExpression.Diagonal;
import org.mlmath.expression.matrix.MatrixExpression.Entrywise;
import org.mlmath.expression.matrix.MatrixExpression.Factor;
import org.mlmath.expression.matrix.MatrixExpression.Hadamard;
import org.mlmath.expression.matrix.MatrixExpression.Identity;
import org.mlmath.expression.matrix.MatrixExpression.Inverse;
import org.mlmath.expression.matrix.MatrixExpression.Ones;
import org.mlmath.expression.matrix.MatrixExpression.Product;
import org.mlmath.expression.matrix.MatrixExpression.Reduction;
import org.mlmath.expression.matrix.MatrixExpression.Softmax;
import org.mlmath.expression.matrix.MatrixExpression.Sum;
import org.mlmath.expression.matrix.MatrixExpression.Symbol;
import org.mlmath.expression.matrix.MatrixExpression.Transpose;
import org.mlmath.expression.matrix.MatrixExpression.Zero;
import org.mlmath.numerics.exact.Rational;

/**
 * Arithmetic on formulas of matrices whose results are in readable form: transposes stand at symbols, numbers and scalars in front, like
 * terms are collected, and what all terms of a sum share is put outside. Shapes fit: the parser has seen to that.
 */
final class MatrixAlgebra {
    private static final Rational MINUS_ONE = Rational.of(-1);
    private static final int EXPONENT_BITS = 16;

    private static final Comparator<String> BY_TEXT =
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

    private MatrixAlgebra() {}

    static MatrixExpression number(Rational value) {
        return value.signum() == 0 ? new Zero(Shape.SCALAR) : new Product(value, List.of(), List.of());
    }

    static MatrixExpression number(long value) {
        return number(Rational.of(value));
    }

    /** @return the number that it is, or null */
    static Rational asNumber(MatrixExpression a) {
        if (a instanceof Zero && a.shape().isScalar()) {
            return Rational.ZERO;
        }
        return a instanceof Product(Rational coefficient, List<Factor> scalars, List<MatrixExpression> chain)
                        && scalars.isEmpty()
                        && chain.isEmpty()
                ? coefficient
                : null;
    }

    static boolean isOne(MatrixExpression a) {
        return Rational.ONE.equals(asNumber(a));
    }

    static MatrixExpression negate(MatrixExpression a) {
        return product(number(MINUS_ONE), a);
    }

    static MatrixExpression subtract(MatrixExpression a, MatrixExpression b) {
        return sum(List.of(a, negate(b)));
    }

    static MatrixExpression sum(MatrixExpression... terms) {
        return sum(List.of(terms));
    }

    /** A scalar beside an array counts for every entry. */
    static MatrixExpression sum(List<MatrixExpression> given) {
        Shape shape = given.stream()
                .map(MatrixExpression::shape)
                .filter(s -> !s.isScalar())
                .findFirst()
                .orElse(Shape.SCALAR);
        Map<MatrixExpression, Rational> collected = new LinkedHashMap<>();
        for (MatrixExpression term : given) {
            boolean spread = term.shape().isScalar() && !shape.isScalar();
            collect(spread ? product(term, new Ones(shape)) : term, Rational.ONE, collected);
        }
        List<MatrixExpression> terms = new ArrayList<>();
        collected.forEach((rest, coefficient) -> {
            if (coefficient.signum() != 0) {
                terms.add(product(number(coefficient), rest));
            }
        });
        if (terms.isEmpty()) {
            return new Zero(shape);
        }
        for (int i = 1; i < terms.size() && isNegative(terms.getFirst()); i++) {
            if (!isNegative(terms.get(i))) {
                terms.addFirst(terms.remove(i));
            }
        }
        return terms.size() == 1 ? terms.getFirst() : CommonFactors.outside(List.copyOf(terms));
    }

    static boolean isNegative(MatrixExpression term) {
        return term instanceof Product product && product.coefficient().signum() < 0;
    }

    private static void collect(MatrixExpression term, Rational times, Map<MatrixExpression, Rational> collected) {
        switch (term) {
            case Zero _ -> {}
            case Sum(List<MatrixExpression> terms) -> terms.forEach(part -> collect(part, times, collected));
            case Product(Rational coefficient, List<Factor> scalars, List<MatrixExpression> chain) -> {
                MatrixExpression rest = built(Rational.ONE, scalars, chain);
                if (rest instanceof Sum) { // a number times a sum
                    collect(rest, times.multiply(coefficient), collected);
                } else {
                    collected.merge(rest, coefficient.multiply(times), Rational::add);
                }
            }
            default -> collected.merge(term, times, Rational::add);
        }
    }

    static MatrixExpression product(MatrixExpression... factors) {
        return product(List.of(factors));
    }

    static MatrixExpression product(List<MatrixExpression> factors) {
        Factors product = new Factors();
        factors.forEach(product::multiply);
        return product.build();
    }

    static MatrixExpression built(Rational coefficient, List<Factor> scalars, List<MatrixExpression> chain) {
        boolean plain = coefficient.equals(Rational.ONE);
        if (plain && scalars.isEmpty() && chain.size() == 1) {
            return chain.getFirst();
        }
        if (plain
                && chain.isEmpty()
                && scalars.size() == 1
                && scalars.getFirst().exponent().equals(Rational.ONE)) {
            return scalars.getFirst().base();
        }
        return new Product(coefficient, List.copyOf(scalars), List.copyOf(chain));
    }

    /** A product under construction. */
    private static final class Factors {
        private Rational coefficient = Rational.ONE;
        private final Map<MatrixExpression, Rational> scalars = new LinkedHashMap<>();
        private final List<MatrixExpression> chain = new ArrayList<>();
        private Shape left;
        private Shape right;

        void multiply(MatrixExpression factor) {
            if (!factor.shape().isScalar()) {
                left = left == null ? factor.shape() : left;
                right = factor.shape();
            }
            switch (factor) {
                case Zero _ -> coefficient = Rational.ZERO;
                case Product(Rational number, List<Factor> powers, List<MatrixExpression> matrices) -> {
                    coefficient = coefficient.multiply(number);
                    powers.forEach(power -> scalar(power.base(), power.exponent()));
                    if (!matrices.isEmpty() && factor.shape().isScalar()) {
                        scalar(dot(matrices), Rational.ONE);
                    } else {
                        matrices.forEach(this::link);
                    }
                }
                default -> {
                    if (factor.shape().isScalar()) {
                        scalar(factor, Rational.ONE);
                    } else {
                        link(factor);
                    }
                }
            }
        }

        private void scalar(MatrixExpression base, Rational exponent) {
            scalars.merge(base, exponent, Rational::add);
        }

        private void link(MatrixExpression matrix) {
            if (matrix instanceof Identity) {
                return;
            }
            if (!chain.isEmpty() && inverse(chain.getLast()).equals(matrix)) {
                chain.removeLast();
                return;
            }
            chain.add(matrix);
        }

        MatrixExpression build() {
            Shape shape = left == null ? Shape.SCALAR : new Shape(left.rows(), right.columns());
            if (coefficient.signum() == 0) {
                return new Zero(shape);
            }
            List<Factor> powers = new ArrayList<>();
            scalars.forEach((base, exponent) -> {
                if (exponent.signum() != 0) {
                    powers.add(new Factor(base, exponent));
                }
            });
            if (chain.isEmpty() && !shape.isScalar()) {
                chain.add(new Identity(shape.rows()));
            }
            if (shape.isScalar() && !chain.isEmpty() && !(coefficient.equals(Rational.ONE) && powers.isEmpty())) {
                MatrixExpression dot = dot(chain);
                chain.clear();
                merge(powers, dot);
            } else if (shape.isScalar() && !chain.isEmpty()) {
                return dot(chain);
            }
            return built(coefficient, powers, chain);
        }

        private static void merge(List<Factor> powers, MatrixExpression dot) {
            for (int i = 0; i < powers.size(); i++) {
                if (powers.get(i).base().equals(dot)) {
                    Rational exponent = powers.get(i).exponent().add(Rational.ONE);
                    powers.remove(i);
                    if (exponent.signum() != 0) {
                        powers.add(i, new Factor(dot, exponent));
                    }
                    return;
                }
            }
            powers.add(new Factor(dot, Rational.ONE));
        }

        /** A product of matrices that is a number equals its transpose; the one with fewer signs for it stands for both. */
        private static MatrixExpression dot(List<MatrixExpression> chain) {
            MatrixExpression one = built(Rational.ONE, List.of(), chain);
            if (chain.size() == 1) {
                return one;
            }
            List<MatrixExpression> reversed =
                    chain.reversed().stream().map(MatrixAlgebra::transpose).toList();
            MatrixExpression other = built(Rational.ONE, List.of(), reversed);
            return BY_TEXT.compare(MatrixText.of(other), MatrixText.of(one)) < 0 ? other : one;
        }
    }

    static MatrixExpression transpose(MatrixExpression a) {
        if (a.shape().isScalar()) {
            return a;
        }
        return switch (a) {
            case Symbol symbol -> symbol.symmetric() ? symbol : new Transpose(symbol);
            case Transpose(MatrixExpression of) -> of;
            case Identity _, Diagonal _ -> a;
            case Ones(Shape shape) -> new Ones(shape.transposed());
            case Zero(Shape shape) -> new Zero(shape.transposed());
            case Sum(List<MatrixExpression> terms) ->
                sum(terms.stream().map(MatrixAlgebra::transpose).toList());
            case Product(Rational coefficient, List<Factor> scalars, List<MatrixExpression> chain) -> {
                List<MatrixExpression> factors = new ArrayList<>();
                factors.add(built(coefficient, scalars, List.of()));
                chain.reversed().forEach(factor -> factors.add(transpose(factor)));
                yield product(factors);
            }
            case Hadamard(List<Factor> factors) ->
                new Hadamard(factors.stream()
                        .map(factor -> new Factor(transpose(factor.base()), factor.exponent()))
                        .toList());
            case Entrywise(Function function, MatrixExpression of) -> new Entrywise(function, transpose(of));
            case Inverse(MatrixExpression of) -> inverse(transpose(of));
            default -> new Transpose(a);
        };
    }

    static MatrixExpression inverse(MatrixExpression a) {
        if (a.shape().isScalar()) {
            return power(a, MINUS_ONE);
        }
        return switch (a) {
            case Inverse(MatrixExpression of) -> of;
            case Identity _ -> a;
            case Product(Rational coefficient, List<Factor> scalars, List<MatrixExpression> chain)
            when !coefficient.equals(Rational.ONE) || !scalars.isEmpty() ->
                product(
                        power(built(coefficient, scalars, List.of()), MINUS_ONE),
                        inverse(built(Rational.ONE, List.of(), chain)));
            default -> new Inverse(a);
        };
    }

    /** A power of a scalar. */
    static MatrixExpression power(MatrixExpression base, Rational exponent) {
        if (exponent.signum() == 0) {
            return number(1);
        }
        if (exponent.equals(Rational.ONE)) {
            return base;
        }
        Rational number = asNumber(base);
        boolean integer = exponent.isInteger() && exponent.numerator().bitLength() < EXPONENT_BITS;
        if (number != null && integer && number.signum() != 0) {
            int size = exponent.numerator().abs().intValue();
            BigInteger above = number.numerator().pow(size);
            BigInteger below = number.denominator().pow(size);
            return number(exponent.signum() > 0 ? new Rational(above, below) : new Rational(below, above));
        }
        if (integer
                && base instanceof Product(Rational coefficient, List<Factor> scalars, List<MatrixExpression> chain)) {
            List<MatrixExpression> factors = new ArrayList<>();
            factors.add(power(number(coefficient), exponent));
            scalars.forEach(scalar -> factors.add(built(
                    Rational.ONE,
                    List.of(new Factor(scalar.base(), scalar.exponent().multiply(exponent))),
                    List.of())));
            if (!chain.isEmpty()) {
                factors.add(new Product(
                        Rational.ONE, List.of(new Factor(built(Rational.ONE, List.of(), chain), exponent)), List.of()));
            }
            return product(factors);
        }
        return new Product(Rational.ONE, List.of(new Factor(base, exponent)), List.of());
    }

    /** Entry by entry; a scalar counts for every entry. */
    static MatrixExpression hadamard(MatrixExpression... given) {
        List<MatrixExpression> outside = new ArrayList<>();
        Map<MatrixExpression, Rational> exponents = new LinkedHashMap<>();
        Shape shape = Shape.SCALAR;
        for (MatrixExpression factor : given) {
            if (factor.shape().isScalar()) {
                outside.add(factor);
                continue;
            }
            shape = factor.shape();
            MatrixExpression entries = factor;
            if (factor instanceof Product(Rational coefficient, List<Factor> scalars, List<MatrixExpression> chain)) {
                outside.add(built(coefficient, scalars, List.of()));
                entries = built(Rational.ONE, List.of(), chain);
            }
            switch (entries) {
                case Ones _ -> {}
                case Zero zero -> {
                    return zero;
                }
                case Hadamard(List<Factor> factors) ->
                    factors.forEach(part -> exponents.merge(part.base(), part.exponent(), Rational::add));
                default -> exponents.merge(entries, Rational.ONE, Rational::add);
            }
        }
        if (shape.isScalar()) {
            return product(outside);
        }
        List<Factor> factors = new ArrayList<>();
        exponents.forEach((base, exponent) -> {
            if (exponent.signum() != 0) {
                factors.add(new Factor(base, exponent));
            }
        });
        MatrixExpression entries = factors.isEmpty()
                ? new Ones(shape)
                : factors.size() == 1 && factors.getFirst().exponent().equals(Rational.ONE)
                        ? factors.getFirst().base()
                        : new Hadamard(List.copyOf(factors));
        outside.add(entries);
        return product(outside);
    }

    /** A power of every entry. */
    static MatrixExpression entryPower(MatrixExpression base, Rational exponent) {
        if (base.shape().isScalar()) {
            return power(base, exponent);
        }
        if (exponent.signum() == 0) {
            return new Ones(base.shape());
        }
        if (exponent.equals(Rational.ONE)) {
            return base;
        }
        return base instanceof Hadamard(List<Factor> factors) && exponent.isInteger()
                ? new Hadamard(factors.stream()
                        .map(factor ->
                                new Factor(factor.base(), factor.exponent().multiply(exponent)))
                        .toList())
                : new Hadamard(List.of(new Factor(base, exponent)));
    }

    static MatrixExpression reduction(Reduction.Kind kind, MatrixExpression a) {
        if (a.shape().isScalar()) {
            return switch (kind) {
                case NORM -> new Entrywise(Function.ABS, a);
                default -> a;
            };
        }
        if (kind == Reduction.Kind.TRACE || kind == Reduction.Kind.SUM) {
            if (a instanceof Zero) {
                return new Zero(Shape.SCALAR);
            }
            if (a instanceof Identity(int size)) {
                return number(size);
            }
            if (a instanceof Ones(Shape shape) && kind == Reduction.Kind.SUM) {
                return number((long) shape.rows() * shape.columns());
            }
            if (a instanceof Product(Rational coefficient, List<Factor> scalars, List<MatrixExpression> chain)
                    && !(coefficient.equals(Rational.ONE) && scalars.isEmpty())) {
                return product(
                        built(coefficient, scalars, List.of()), reduction(kind, built(Rational.ONE, List.of(), chain)));
            }
        }
        return new Reduction(kind, a);
    }

    /** tr(AᵀB): the sum of the products of entries. */
    static MatrixExpression inner(MatrixExpression a, MatrixExpression b) {
        if (a.shape().isScalar()) {
            return product(a, b);
        }
        MatrixExpression product = product(transpose(a), b);
        return reduction(Reduction.Kind.TRACE, product);
    }

    static MatrixExpression entrywise(Function function, MatrixExpression a) {
        return new Entrywise(function, a);
    }

    static MatrixExpression diagonal(MatrixExpression vector) {
        if (vector instanceof Product(Rational coefficient, List<Factor> scalars, List<MatrixExpression> chain)
                && !(coefficient.equals(Rational.ONE) && scalars.isEmpty())) {
            return product(built(coefficient, scalars, List.of()), diagonal(built(Rational.ONE, List.of(), chain)));
        }
        return vector instanceof Ones(Shape shape)
                ? new Identity(shape.rows())
                : vector instanceof Zero(Shape shape)
                        ? new Zero(new Shape(shape.rows(), shape.rows()))
                        : new Diagonal(vector);
    }

    static MatrixExpression softmax(MatrixExpression vector) {
        return new Softmax(vector);
    }
}
