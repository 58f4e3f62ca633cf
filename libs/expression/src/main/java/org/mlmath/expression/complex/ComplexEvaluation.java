package org.mlmath.expression.complex;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * The value of an expression at a point just off the real line, for the complex-step derivative Im f(x + ih)/h. Where there are branches
 * (|x|, relu, if) the real part decides, as is usual for that purpose.
 */
public final class ComplexEvaluation {
    private static final int TERMS = 10_000;

    private final Map<String, Complex> values = new HashMap<>();
    private int terms;
    private boolean continued = true;

    private ComplexEvaluation() {}

    /**
     * @param point the real parts, by variable
     * @param variable the one that is moved
     * @param step by how much along the imaginary axis
     * @return NaN where undefined; empty where a function in the expression is not continued to complex numbers, or a sum is too long
     */
    public static Optional<Complex> value(
            Expression expression, Map<String, Double> point, String variable, double step) {
        ComplexEvaluation evaluation = new ComplexEvaluation();
        point.forEach(
                (name, value) -> evaluation.values.put(name, new Complex(value, name.equals(variable) ? step : 0)));
        Complex value = evaluation.of(expression);
        return evaluation.continued ? Optional.of(value) : Optional.empty();
    }

    private Complex of(Expression expression) {
        return switch (expression) {
            case Number(BigDecimal value) -> Complex.of(value.doubleValue());
            case Constant constant -> Complex.of(constant.value());
            case Variable(String name) -> values.get(name);
            case Negate(Expression operand) -> of(operand).negate();
            case Sum(List<Expression> operands) ->
                operands.stream().map(this::of).reduce(Complex::plus).orElseThrow();
            case Product(List<Expression> factors) ->
                factors.stream().map(this::of).reduce(Complex::times).orElseThrow();
            case Quotient(Expression numerator, Expression denominator) ->
                of(numerator).dividedBy(of(denominator));
            case Power(Expression base, Expression exponent) ->
                base == Constant.E ? of(exponent).exp() : of(base).power(of(exponent));
            case Call(Function function, List<Expression> arguments) -> call(function, arguments);
            case Comparison(Expression left, Relation relation, Expression right) ->
                Complex.of(relation.of(of(left).re(), of(right).re()));
            case Piecewise(List<Branch> branches, Expression otherwise) -> {
                for (Branch branch : branches) {
                    double condition = of(branch.condition()).re();
                    if (condition != 0) {
                        yield condition != condition ? Complex.UNDEFINED : of(branch.value());
                    }
                }
                yield otherwise == null ? Complex.UNDEFINED : of(otherwise);
            }
            case Series series -> series(series);
        };
    }

    private Complex call(Function function, List<Expression> arguments) {
        List<Complex> values = arguments.stream().map(this::of).toList();
        if (values.stream().allMatch(value -> value.im() == 0)) {
            return Complex.of(real(function, values));
        }
        Optional<Complex> value = ComplexFunctions.value(function, values);
        continued &= value.isPresent();
        return value.orElse(Complex.UNDEFINED);
    }

    private static double real(Function function, List<Complex> arguments) {
        double value = arguments.getFirst().re();
        if (function.unary()) {
            return function.at(value);
        }
        if (arguments.size() == 1) {
            return function.at(value, function.lastDefault());
        }
        for (Complex argument : arguments.subList(1, arguments.size())) {
            value = function.at(value, argument.re());
        }
        return value;
    }

    private Complex series(Series series) {
        double from = of(series.from()).re();
        double to = of(series.to()).re();
        if (from != Math.rint(from) || to != Math.rint(to)) {
            return Complex.UNDEFINED;
        }
        boolean product = series.kind() == Series.Kind.PRODUCT;
        Complex outer = values.get(series.index());
        Complex total = product ? Complex.ONE : Complex.ZERO;
        for (double index = from; index <= to && continued; index++) {
            continued = ++terms <= TERMS;
            values.put(series.index(), Complex.of(index));
            Complex term = of(series.body());
            total = product ? total.times(term) : total.plus(term);
        }
        if (outer == null) {
            values.remove(series.index());
        } else {
            values.put(series.index(), outer);
        }
        return total;
    }
}
