package org.mlmath.calculus.convexity;

import java.util.Arrays;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.expression.interval.Enclosure;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;

/**
 * The curvature of an expression from that of its parts, as disciplined convex programming has it: a convex function that does not
 * fall, of a convex one, is convex, and so on. Sources: Boyd and Vandenberghe, <i>Convex Optimization</i>, §3.2; Grant, Boyd and Ye,
 * <i>Disciplined convex programming</i> (2006).
 */
final class Composition {
    /** What is known of a function on the region, where its domain is convex as well. */
    enum Shape {
        CONSTANT,
        AFFINE,
        CONVEX,
        CONCAVE,
        UNKNOWN;

        boolean convex() {
            return this == CONSTANT || this == AFFINE || this == CONVEX;
        }

        boolean concave() {
            return this == CONSTANT || this == AFFINE || this == CONCAVE;
        }

        Shape negated() {
            return this == CONVEX ? CONCAVE : this == CONCAVE ? CONVEX : this;
        }

        Shape plus(Shape other) {
            if (this == CONSTANT || this == other) {
                return other;
            }
            if (convex() && other.convex()) {
                return other == CONSTANT ? this : CONVEX;
            }
            return concave() && other.concave() ? CONCAVE : UNKNOWN;
        }
    }

    private final List<String> variables;
    private final Interval[] region;

    Composition(List<String> variables, Interval[] region) {
        this.variables = variables;
        this.region = region;
    }

    Shape of(Expression expression) {
        if (expression.variables().isEmpty()) {
            return Shape.CONSTANT;
        }
        return switch (expression) {
            case Variable _ -> Shape.AFFINE;
            case Negate(Expression operand) -> of(operand).negated();
            case Sum(List<Expression> terms) -> terms.stream().map(this::of).reduce(Shape.CONSTANT, Shape::plus);
            case Product(List<Expression> factors) -> product(factors);
            case Quotient(Expression numerator, Expression denominator) -> quotient(numerator, denominator);
            case Power(Expression base, Expression exponent) -> power(base, exponent);
            case Call(Function function, List<Expression> arguments) -> call(function, arguments);
            default -> Shape.UNKNOWN;
        };
    }

    private Interval range(Expression expression) {
        Enclosure enclosure = IntervalFunction.of(expression, variables).over(region);
        return enclosure.range();
    }

    private static Shape scaled(Shape shape, Interval factor) {
        if (factor.isEmpty()) {
            return Shape.UNKNOWN;
        }
        return factor.lower() >= 0 ? shape : factor.upper() <= 0 ? shape.negated() : Shape.UNKNOWN;
    }

    private Shape product(List<Expression> factors) {
        List<Expression> varying =
                factors.stream().filter(factor -> !factor.variables().isEmpty()).toList();
        Shape shape = varying.size() == 1
                ? of(varying.getFirst())
                : varying.size() == 2 && varying.getFirst().equals(varying.getLast())
                        ? even(varying.getFirst())
                        : Shape.UNKNOWN;
        for (Expression factor : factors) {
            shape = factor.variables().isEmpty() ? scaled(shape, range(factor)) : shape;
        }
        return shape;
    }

    private Shape quotient(Expression numerator, Expression denominator) {
        if (denominator.variables().isEmpty()) {
            Interval divisor = range(denominator);
            return divisor.contains(0) ? Shape.UNKNOWN : scaled(of(numerator), divisor);
        }
        if (!numerator.variables().isEmpty()) {
            return Shape.UNKNOWN;
        }
        boolean positive = range(denominator).lower() > 0;
        return positive && of(denominator).concave() ? scaled(Shape.CONVEX, range(numerator)) : Shape.UNKNOWN;
    }

    /** A power with an even exponent, |·|, cosh: convex, falling below 0 and rising above. */
    private Shape even(Expression base) {
        Shape shape = of(base);
        boolean affine = shape == Shape.AFFINE || shape == Shape.CONSTANT;
        Interval range = range(base);
        boolean rising = range.lower() >= 0 && shape.convex();
        boolean falling = range.upper() <= 0 && shape.concave();
        return affine || rising || falling ? Shape.CONVEX : Shape.UNKNOWN;
    }

    private Shape power(Expression base, Expression exponent) {
        if (base.variables().isEmpty()) {
            Interval value = range(base);
            if (!(value.lower() > 0)) {
                return Shape.UNKNOWN;
            }
            Shape shape = of(exponent);
            return value.lower() >= 1 && shape.convex()
                            || value.upper() <= 1 && shape.concave()
                            || shape == Shape.AFFINE
                    ? Shape.CONVEX
                    : Shape.UNKNOWN;
        }
        if (!exponent.variables().isEmpty()) {
            return Shape.UNKNOWN;
        }
        Interval p = range(exponent);
        Interval of = range(base);
        Shape shape = of(base);
        boolean whole = p.isPoint() && p.lower() == Math.rint(p.lower());
        if (whole && p.lower() >= 0) {
            return whole(base, shape, of, p.lower());
        }
        if (p.lower() > 1) {
            return of.lower() >= 0 && shape.convex() || shape == Shape.AFFINE ? Shape.CONVEX : Shape.UNKNOWN;
        }
        if (p.lower() > 0 && p.upper() < 1) {
            boolean norm = p.isPoint() && p.lower() == 0.5 && isSumOfSquares(base);
            return shape.concave() ? Shape.CONCAVE : norm ? Shape.CONVEX : Shape.UNKNOWN;
        }
        return p.upper() < 0 && of.lower() > 0 && shape.concave() ? Shape.CONVEX : Shape.UNKNOWN;
    }

    /** Whether the root of this is a norm of convex functions: a sum of even powers of affine or of convex positive ones. */
    private boolean isSumOfSquares(Expression expression) {
        return switch (expression) {
            case Sum(List<Expression> terms) -> terms.stream().allMatch(this::isSumOfSquares);
            case Product(List<Expression> factors) -> {
                List<Expression> varying = factors.stream()
                        .filter(factor -> !factor.variables().isEmpty())
                        .toList();
                boolean positive = factors.stream()
                        .filter(factor -> factor.variables().isEmpty())
                        .allMatch(factor -> range(factor).lower() >= 0);
                yield positive
                        && (varying.size() == 1
                                ? isSumOfSquares(varying.getFirst())
                                : varying.size() == 2
                                        && varying.getFirst().equals(varying.getLast())
                                        && isNormal(varying.getFirst()));
            }
            case Quotient(Expression numerator, Expression denominator) ->
                denominator.variables().isEmpty() && range(denominator).lower() > 0 && isSumOfSquares(numerator);
            case Power(Expression base, Expression exponent) -> {
                Interval p = exponent.variables().isEmpty() ? range(exponent) : Interval.ENTIRE;
                yield p.isPoint() && p.lower() >= 2 && p.lower() % 2 == 0 && isNormal(base);
            }
            default -> expression.variables().isEmpty() && range(expression).lower() >= 0;
        };
    }

    private boolean isNormal(Expression base) {
        Shape shape = of(base);
        Interval range = range(base);
        return shape == Shape.AFFINE || shape.convex() && range.lower() >= 0 || shape.concave() && range.upper() <= 0;
    }

    private Shape whole(Expression base, Shape shape, Interval of, double exponent) {
        if (exponent == 0) {
            return Shape.CONSTANT;
        }
        if (exponent == 1) {
            return shape;
        }
        if (exponent % 2 == 0) {
            return even(base);
        }
        return of.lower() >= 0 && shape.convex()
                ? Shape.CONVEX
                : of.upper() <= 0 && shape.concave() ? Shape.CONCAVE : Shape.UNKNOWN;
    }

    private Shape call(Function function, List<Expression> arguments) {
        Shape[] shapes = arguments.stream().map(this::of).toArray(Shape[]::new);
        boolean convex = Arrays.stream(shapes).allMatch(Shape::convex);
        boolean concave = Arrays.stream(shapes).allMatch(Shape::concave);
        return switch (function) {
            case EXP, EXPM1, SOFTPLUS, RELU, LOGSUMEXP, MAX -> convex ? Shape.CONVEX : Shape.UNKNOWN;
            case SQRT -> concave ? Shape.CONCAVE : isSumOfSquares(arguments.getFirst()) ? Shape.CONVEX : Shape.UNKNOWN;
            case LN, LOG2, LOG10, LOG1P, MIN -> concave ? Shape.CONCAVE : Shape.UNKNOWN;
            case ABS, COSH -> even(arguments.getFirst());
            case HYPOT -> convex && concave ? Shape.CONVEX : Shape.UNKNOWN;
            default -> Shape.UNKNOWN;
        };
    }
}
