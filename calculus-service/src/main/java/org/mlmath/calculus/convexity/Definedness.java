package org.mlmath.calculus.convexity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.numerics.exact.Rational;

/**
 * Where an expression can have values at all: what stands under a root or a logarithm is not negative there. For what is affine in one
 * variable that bounds the variable.
 */
final class Definedness {
    private final List<String> variables;

    /** Holds every point of the region where the expression has a value. */
    final Interval[] region;

    /** Parts that are not negative wherever the expression has a value. */
    final Set<Expression> notNegative = new HashSet<>();

    Definedness(Expression expression, List<String> variables, Interval[] region) {
        this.variables = variables;
        this.region = region.clone();
        look(expression);
    }

    private void look(Expression expression) {
        switch (expression) {
            case Piecewise _, Series _ -> {
                return; // what is in a branch need not be defined everywhere
            }
            case Call(Function function, List<Expression> arguments) -> require(function, arguments.getFirst());
            case Power(Expression base, Expression exponent)
            when exponent.variables().isEmpty() -> {
                boolean whole =
                        AffineForm.number(exponent).map(Rational::isInteger).orElse(!(Math.abs(middle(exponent)) > 0));
                if (!whole) {
                    require(base);
                }
            }
            default -> {}
        }
        Expressions.children(expression).forEach(this::look);
    }

    /** @return 0 where it is not sure that the exponent is no integer */
    private static double middle(Expression exponent) {
        Interval value = IntervalFunction.constant(exponent);
        return value.isEmpty()
                        || Math.floor(value.lower()) != Math.floor(value.upper())
                        || value.lower() == Math.floor(value.lower())
                ? 0
                : value.midpoint();
    }

    private void require(Function function, Expression argument) {
        Expression one = Expressions.number(1);
        switch (function) {
            case LN, LOG2, LOG10, LOG, SQRT -> require(argument);
            case LOG1P -> require(new Sum(List.of(one, argument)));
            case ACOSH -> require(new Sum(List.of(argument, new Negate(one))));
            case LOGIT -> {
                require(argument);
                require(new Sum(List.of(one, new Negate(argument))));
            }
            case ASIN, ACOS, ATANH -> {
                require(new Sum(List.of(one, argument)));
                require(new Sum(List.of(one, new Negate(argument))));
            }
            default -> {}
        }
    }

    private void require(Expression positive) {
        notNegative.add(positive);
        AffineForm form = AffineForm.of(positive);
        if (form == null || form.coefficients().size() != 1) {
            return;
        }
        String name = form.coefficients().firstKey();
        int j = variables.indexOf(name);
        if (j < 0) {
            return;
        }
        Rational slope = form.coefficients().get(name);
        Rational end = form.constant().negate().divide(slope);
        double nearest = end.doubleValue();
        boolean exact = Math.abs(nearest) <= Double.MAX_VALUE
                && Rational.of(nearest).equals(end)
                && nearest == Math.rint(nearest);
        Interval side = slope.signum() > 0
                ? new Interval(exact ? nearest : Math.nextDown(nearest), Double.POSITIVE_INFINITY)
                : new Interval(Double.NEGATIVE_INFINITY, exact ? nearest : Math.nextUp(nearest));
        Interval left = region[j].intersect(side);
        region[j] = left.isEmpty() ? region[j] : left;
    }
}
