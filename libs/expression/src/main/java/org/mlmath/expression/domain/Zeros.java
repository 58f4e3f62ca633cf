package org.mlmath.expression.domain;

import static org.mlmath.expression.Expressions.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;

/** Conditions that cut single points out of the line without end: zeros of sine and cosine, poles of the gamma function. */
final class Zeros {
    private static final Expression HALF_TURN = Constant.PI;
    private static final Expression QUARTER_TURN = new Quotient(Constant.PI, number(2));
    private static final Expression TURN = new Product(List.of(number(2), Constant.PI));

    /** Rational numbers whose angle is a fraction of a turn, and 1 for the tangent (Niven). */
    private static final List<Double> TABULATED = List.of(0.0, 0.5, 1.0);

    private final Simplifier simplifier = new Simplifier(Deadline.none());

    /** @return the points that the condition in one variable excludes, or nothing where it is no such condition */
    Optional<List<Progression>> excludedBy(Expression condition) {
        try {
            return switch (condition) {
                case Comparison(Expression left, Relation relation, Expression right)
                when relation == Relation.NOT_EQUAL && right.variables().isEmpty() -> equal(left, right);
                case Call(Function function, List<Expression> cases)
                when function == Function.OR
                        && cases.size() == 2
                        && cases.get(0) instanceof Comparison(Expression x, Relation above, Expression bound)
                        && above == Relation.GREATER
                        && bound.variables().isEmpty()
                        && cases.get(1) instanceof Comparison(Expression same, Relation relation, Expression whole)
                        && relation == Relation.NOT_EQUAL
                        && same.equals(x)
                        && whole.equals(Call.of(Function.FLOOR, x)) ->
                    linear(x).map(line -> List.of(line.progression(bound, number(-1), false)));
                default -> Optional.empty();
            };
        } catch (MathException | Inequalities.UndecidedException e) {
            return Optional.empty();
        }
    }

    /** Where f is c. */
    private Optional<List<Progression>> equal(Expression f, Expression c) {
        boolean zero = Endpoint.of(c).value() == 0;
        return switch (f) {
            case Negate(Expression operand) -> equal(operand, new Negate(c));
            case Power(Expression base, Expression exponent)
            when zero && exponent.variables().isEmpty() && Endpoint.of(exponent).value() > 0 -> equal(base, c);
            case Sum(List<Expression> terms) -> {
                List<Expression> moving = terms.stream()
                        .filter(term -> !term.variables().isEmpty())
                        .toList();
                List<Expression> rest = new ArrayList<>(List.of(c));
                terms.stream().filter(term -> term.variables().isEmpty()).forEach(term -> rest.add(new Negate(term)));
                yield moving.size() == 1 && rest.size() > 1
                        ? equal(moving.getFirst(), simplifier.simplify(new Sum(rest)))
                        : Optional.empty();
            }
            case Product(List<Expression> factors) -> product(factors, c, zero);
            case Call(Function function, List<Expression> arguments) -> periodic(function, arguments.getFirst(), c);
            default -> Optional.empty();
        };
    }

    private Optional<List<Progression>> product(List<Expression> factors, Expression c, boolean zero) {
        List<Expression> moving =
                factors.stream().filter(factor -> !factor.variables().isEmpty()).toList();
        List<Expression> constant =
                factors.stream().filter(factor -> factor.variables().isEmpty()).toList();
        if (moving.size() == 1 && !constant.isEmpty()) {
            Expression scale = constant.size() == 1 ? constant.getFirst() : new Product(constant);
            return equal(moving.getFirst(), simplifier.simplify(new Quotient(c, scale)));
        }
        if (!zero) {
            return Optional.empty();
        }
        List<Progression> all = new ArrayList<>();
        for (Expression factor : moving) {
            Optional<List<Progression>> zeros = equal(factor, c);
            if (zeros.isEmpty()) {
                return zeros;
            }
            all.addAll(zeros.get());
        }
        return Optional.of(all);
    }

    private Optional<List<Progression>> periodic(Function function, Expression x, Expression c) {
        Optional<Line> line = linear(x);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Line inside = line.get();
        double value = Endpoint.of(c).value();
        if (function == Function.TAN) {
            return Optional.of(List.of(inside.progression(angle(Function.ATAN, c), HALF_TURN, true)));
        }
        if (function != Function.SIN && function != Function.COS) {
            return Optional.empty();
        }
        boolean sine = function == Function.SIN;
        if (Math.abs(value) > 1) {
            return Optional.of(List.of());
        }
        if (value == 0) {
            return Optional.of(List.of(inside.progression(sine ? number(0) : QUARTER_TURN, HALF_TURN, true)));
        }
        Expression first = angle(sine ? Function.ASIN : Function.ACOS, c);
        if (Math.abs(value) == 1) {
            return Optional.of(List.of(inside.progression(first, TURN, true)));
        }
        Expression second = sine ? new Sum(List.of(HALF_TURN, new Negate(first))) : new Negate(first);
        return Optional.of(List.of(inside.progression(first, TURN, true), inside.progression(second, TURN, true)));
    }

    /** An inverse function's value, as a fraction of π for the numbers in every table. */
    private static Expression angle(Function inverse, Expression c) {
        double value = Endpoint.of(c).value();
        double angle = inverse.at(value);
        double twelfths = angle / Math.PI * 12;
        boolean tabulated = c instanceof Expression.Number || c instanceof Quotient || c instanceof Negate;
        boolean fraction = tabulated
                && Math.abs(twelfths - Math.rint(twelfths)) < 1e-14
                && TABULATED.stream().anyMatch(known -> Math.abs(Math.abs(value) - known) <= Math.ulp(known));
        return fraction
                ? new Quotient(new Product(List.of(number((long) Math.rint(twelfths)), Constant.PI)), number(12))
                : Call.of(inverse, c);
    }

    /** slope·x + offset in the variable. */
    private final class Line {
        private final Expression slope;
        private final Expression offset;

        Line(Expression slope, Expression offset) {
            this.slope = slope;
            this.offset = offset;
        }

        /** @return where the line takes the values first + k·step */
        Progression progression(Expression first, Expression step, boolean twoSided) {
            Expression start = new Quotient(new Sum(List.of(first, new Negate(offset))), slope);
            Expression distance = new Quotient(step, slope);
            boolean turned = twoSided && Endpoint.of(distance).value() < 0;
            return new Progression(
                    Endpoint.of(simplifier.simplify(start)),
                    Endpoint.of(simplifier.simplify(turned ? new Negate(distance) : distance)),
                    twoSided);
        }
    }

    private Optional<Line> linear(Expression x) {
        return Polynomial.of(x, simplifier)
                .filter(polynomial -> polynomial.degree() == 1)
                .map(polynomial -> new Line(polynomial.coefficient(1), polynomial.coefficient(0)));
    }
}
