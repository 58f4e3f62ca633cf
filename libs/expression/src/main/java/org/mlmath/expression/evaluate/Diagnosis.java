package org.mlmath.expression.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.mlmath.expression.Real;
import org.mlmath.expression.Relation;
import org.mlmath.expression.graph.Tape;
import org.mlmath.numerics.DomainException;

/**
 * Evaluates a tree step by step, until a part of it has no value. Branches that are not taken are not looked at.
 */
final class Diagnosis {
    private static final int SHOWN = 80;
    /** Terms of sums that are looked at, all together: the first undefined one is usually among the first. */
    private static final int TERMS = 10_000;

    private final Map<String, Double> values = new HashMap<>();
    private int terms;
    private Expression culprit;
    private Map<String, Double> valuesAtCulprit;

    Diagnosis(List<String> variables, double[] point) {
        for (int i = 0; i < variables.size(); i++) {
            values.put(variables.get(i), point[i]);
        }
    }

    /** @return why the expression, whose value is not a finite number, has none */
    DomainException of(Expression expression) {
        evaluate(expression);
        Expression part = culprit == null ? expression : culprit;
        Map<String, Double> at = culprit == null ? new HashMap<>(values) : valuesAtCulprit;
        Map<String, Object> involved = new LinkedHashMap<>();
        part.variables().forEach(name -> involved.put(name, at.get(name)));
        values.clear();
        values.putAll(at);
        boolean infinite = Double.isInfinite(valueOf(part));
        String what = !infinite ? "is undefined" : mentionsInfinity(part) ? "is infinite" : "is too large for a double";
        String message = "%s %s%s%s."
                .formatted(shortened(Expressions.text(part)), what, where(involved), infinite ? "" : reason(part));
        DomainException e = new DomainException(message);
        e.with("expression", Expressions.text(part));
        if (!involved.isEmpty()) {
            e.with("variables", involved);
        }
        return e;
    }

    private static String where(Map<String, Object> involved) {
        List<String> assignments = new ArrayList<>();
        involved.forEach((name, value) -> assignments.add(name + " = " + number((Double) value)));
        return assignments.isEmpty() ? "" : " at " + shortened(String.join(", ", assignments));
    }

    private String reason(Expression part) {
        return switch (part) {
            case Quotient(Expression _, Expression denominator) when valueOf(denominator) == 0 -> ": division by zero";
            case Power(Expression base, Expression _) when valueOf(base) == 0 -> ": zero has no negative power";
            case Power(Expression base, Expression _)
            when valueOf(base) < 0 -> ": a fractional power of a negative number is not real";
            case Series(Series.Kind _, String _, Expression from, Expression to, Expression _)
            when !Tape.integerBounds(valueOf(from), valueOf(to)) -> ": the bounds must be integers";
            case Call(Function _, List<Expression> arguments)
            when arguments.size() == 1
                    && !(arguments.getFirst() instanceof Variable)
                    && !(arguments.getFirst() instanceof Number) ->
                ", where " + shortened(Expressions.text(arguments.getFirst())) + " = "
                        + number(valueOf(arguments.getFirst()));
            default -> "";
        };
    }

    private double valueOf(Expression expression) {
        Expression before = culprit;
        double value = evaluate(expression);
        culprit = before;
        return value;
    }

    private double evaluate(Expression expression) {
        double value = compute(expression);
        if (!Double.isFinite(value) && culprit == null && !excused(expression, value)) {
            culprit = expression;
            valuesAtCulprit = new HashMap<>(values);
        }
        return value;
    }

    /** An infinity that was typed is one, and so is what follows from it; that of the rest is overflow. */
    private static boolean excused(Expression expression, double value) {
        return Double.isInfinite(value) && mentionsInfinity(expression);
    }

    private static boolean mentionsInfinity(Expression expression) {
        return expression == Constant.INFINITY
                || Expressions.children(expression).stream().anyMatch(Diagnosis::mentionsInfinity);
    }

    private double compute(Expression expression) {
        return switch (expression) {
            case Number number -> number.nearest();
            case Constant constant -> constant.value();
            case Variable(String name) -> values.get(name);
            case Negate(Expression operand) -> -evaluate(operand);
            case Sum(List<Expression> terms) ->
                terms.stream()
                        .mapToDouble(this::evaluate)
                        .reduce((a, b) -> a + b)
                        .getAsDouble();
            case Product(List<Expression> factors) ->
                factors.stream()
                        .mapToDouble(this::evaluate)
                        .reduce((a, b) -> a * b)
                        .getAsDouble();
            case Quotient(Expression numerator, Expression denominator) ->
                Real.divide(evaluate(numerator), evaluate(denominator));
            case Power(Expression base, Expression exponent) -> Real.power(evaluate(base), evaluate(exponent));
            case Call(Function function, List<Expression> arguments) -> {
                double value = evaluate(arguments.getFirst());
                if (function.unary()) {
                    yield function.at(value);
                }
                if (arguments.size() == 1) {
                    yield function.at(value, function.lastDefault());
                }
                for (Expression argument : arguments.subList(1, arguments.size())) {
                    value = function.at(value, evaluate(argument));
                }
                yield value;
            }
            case Comparison(Expression left, Relation relation, Expression right) ->
                relation.of(evaluate(left), evaluate(right));
            case Piecewise(List<Branch> branches, Expression otherwise) -> {
                for (Branch branch : branches) {
                    double condition = evaluate(branch.condition());
                    if (condition != 0) {
                        yield condition != condition ? condition : evaluate(branch.value());
                    }
                }
                yield otherwise == null ? Double.NaN : evaluate(otherwise);
            }
            case Series series -> series(series);
        };
    }

    private double series(Series series) {
        boolean product = series.kind() == Series.Kind.PRODUCT;
        double from = evaluate(series.from());
        double to = evaluate(series.to());
        if (!Tape.integerBounds(from, to)) {
            return Double.NaN;
        }
        Double outer = values.get(series.index());
        double total = product ? 1 : 0;
        for (double index = from; index <= to && culprit == null && terms < TERMS; index++, terms++) {
            values.put(series.index(), index);
            double term = evaluate(series.body());
            total = product ? total * term : total + term;
        }
        if (outer == null) {
            values.remove(series.index());
        } else {
            values.put(series.index(), outer);
        }
        return culprit == null ? total : Double.NaN;
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return Math.abs(digits.precision() - digits.scale()) <= 21 ? digits.toPlainString() : Double.toString(value);
    }
}
