package org.mlmath.expression.domain;

import static org.mlmath.expression.Expressions.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.expression.domain.Inequalities.UndecidedException;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.MathException;

/** A polynomial of degree at most two in the only variable there is; its coefficients are formulas without variables. */
final class Polynomial {
    private static final int DEGREE = 2;

    /** Below this, relative to what it was subtracted from, a discriminant that is not known exactly may be zero. */
    private static final double CANCELLED = 1e-12;

    /** From the constant term upwards, the last one not zero. */
    private final List<Expression> coefficients;

    private final Simplifier simplifier;

    private Polynomial(List<Expression> coefficients, Simplifier simplifier) {
        this.coefficients = coefficients;
        this.simplifier = simplifier;
    }

    /** @return nothing for what is no such polynomial */
    static Optional<Polynomial> of(Expression expression, Simplifier simplifier) {
        return new Polynomial(List.of(), simplifier)
                .read(expression)
                .filter(polynomial -> polynomial.coefficients.size() > 1);
    }

    private Optional<Polynomial> read(Expression expression) {
        if (expression.variables().isEmpty()) {
            return Optional.of(with(List.of(expression)));
        }
        return switch (expression) {
            case Variable _ -> Optional.of(with(List.of(number(0), number(1))));
            case Negate(Expression operand) -> read(operand).map(p -> p.times(with(List.of(number(-1)))));
            case Sum(List<Expression> terms) -> {
                Optional<Polynomial> sum = Optional.of(with(List.of()));
                for (Expression term : terms) {
                    Optional<Polynomial> next = read(term);
                    sum = sum.flatMap(p -> next.map(p::plus));
                }
                yield sum;
            }
            case Product(List<Expression> factors) -> {
                Optional<Polynomial> product = Optional.of(with(List.of(number(1))));
                for (Expression factor : factors) {
                    Optional<Polynomial> next = read(factor);
                    product = product.flatMap(p -> next.map(p::times)).filter(p -> p.coefficients.size() <= DEGREE + 1);
                }
                yield product;
            }
            case Quotient(Expression numerator, Expression denominator)
            when denominator.variables().isEmpty() ->
                read(numerator).map(p -> p.times(with(List.of(new Quotient(number(1), denominator)))));
            case Power(Expression base, Number exponent)
            when exponent.equals(number(2)) ->
                read(base).map(p -> p.times(p)).filter(p -> p.coefficients.size() <= DEGREE + 1);
            default -> Optional.empty();
        };
    }

    private Polynomial with(List<Expression> coefficients) {
        int size = coefficients.size();
        while (size > 0 && coefficients.get(size - 1).equals(number(0))) {
            size--;
        }
        return new Polynomial(coefficients.subList(0, size), simplifier);
    }

    private Polynomial plus(Polynomial other) {
        List<Expression> sum = new ArrayList<>();
        for (int i = 0; i < Math.max(coefficients.size(), other.coefficients.size()); i++) {
            sum.add(simplified(new Sum(List.of(coefficient(i), other.coefficient(i)))));
        }
        return with(sum);
    }

    private Polynomial times(Polynomial other) {
        List<Expression> product = new ArrayList<>();
        for (int i = 0; i < coefficients.size() + other.coefficients.size() - 1; i++) {
            Expression sum = number(0);
            for (int j = 0; j <= i; j++) {
                Expression term = new Product(List.of(coefficient(j), other.coefficient(i - j)));
                sum = simplified(new Sum(List.of(sum, term)));
            }
            product.add(sum);
        }
        return with(product);
    }

    int degree() {
        return coefficients.size() - 1;
    }

    Expression coefficient(int power) {
        return power < coefficients.size() ? coefficients.get(power) : number(0);
    }

    /** @return where it is below, at and above c */
    Sides compare(Expression c) {
        Expression constant = simplified(new Sum(List.of(coefficient(0), new Negate(c))));
        Expression linear = coefficient(1);
        Expression square = coefficient(2);
        boolean falling = value(coefficients.getLast()) < 0;
        if (coefficients.size() == 2) {
            return Sides.of(endpoint(new Quotient(new Negate(constant), linear)))
                    .swappedIf(falling);
        }
        Expression product = new Product(List.of(number(4), square, constant));
        Expression discriminant = simplified(new Sum(List.of(new Power(linear, number(2)), new Negate(product))));
        double sign = value(discriminant);
        boolean exact = discriminant instanceof Number || discriminant instanceof Negate(Number _);
        if (!exact && Math.abs(sign) <= CANCELLED * (Math.pow(value(linear), 2) + Math.abs(value(product)))) {
            throw new UndecidedException();
        }
        if (sign < 0) {
            return Sides.ABOVE.swappedIf(falling);
        }
        Expression twice = new Product(List.of(number(2), square));
        Expression root = Call.of(Function.SQRT, discriminant);
        Endpoint first = endpoint(new Quotient(new Sum(List.of(new Negate(linear), new Negate(root))), twice));
        Endpoint second = endpoint(new Quotient(new Sum(List.of(new Negate(linear), root)), twice));
        Endpoint lower = falling ? second : first;
        Endpoint upper = falling ? first : second;
        RealSet between = RealSet.above(lower).and(RealSet.below(upper));
        RealSet outside = RealSet.below(lower).or(RealSet.above(upper));
        return new Sides(between, RealSet.point(lower).or(RealSet.point(upper)), outside).swappedIf(falling);
    }

    private Endpoint endpoint(Expression formula) {
        try {
            return Endpoint.of(simplified(formula));
        } catch (MathException e) {
            throw new UndecidedException();
        }
    }

    private double value(Expression formula) {
        return endpoint(formula).value();
    }

    private Expression simplified(Expression expression) {
        try {
            return simplifier.simplify(expression);
        } catch (MathException e) {
            throw new UndecidedException();
        }
    }
}
