package org.mlmath.calculus.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.mlmath.expression.Expression;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.complex.Complex;
import org.mlmath.expression.complex.ComplexEvaluation;
import org.mlmath.numerics.Deadline;

/** The derivatives that need a step, over step sizes, against a reference. */
final class DifferenceQuotients {
    private final Expression expression;
    private final List<String> names;
    private final int index;
    private final double[] point;
    private final BigDecimal reference;
    private final Deadline deadline;

    DifferenceQuotients(
            Expression expression,
            List<String> names,
            int index,
            double[] point,
            BigDecimal reference,
            Deadline deadline) {
        this.expression = expression;
        this.names = names;
        this.index = index;
        this.point = point;
        this.reference = reference;
        this.deadline = deadline;
    }

    DifferentiationCompareResult.Stepped forward(List<Double> steps, Double optimal) {
        DoubleUnaryOperator along = along();
        double here = along.applyAsDouble(point[index]);
        return over(steps, optimal, h -> (along.applyAsDouble(point[index] + h) - here) / h);
    }

    DifferentiationCompareResult.Stepped central(List<Double> steps, Double optimal) {
        DoubleUnaryOperator along = along();
        return over(
                steps,
                optimal,
                h -> (along.applyAsDouble(point[index] + h) - along.applyAsDouble(point[index] - h)) / (2 * h));
    }

    /** @return null where a function is not continued to complex numbers */
    DifferentiationCompareResult.Stepped complexStep(List<Double> steps) {
        Map<String, Double> at = new HashMap<>();
        for (int i = 0; i < point.length; i++) {
            at.put(names.get(i), point[i]);
        }
        if (imaginary(at, steps.getFirst()).isEmpty()) {
            return null;
        }
        return over(
                steps, null, h -> imaginary(at, h).map(value -> value.im() / h).orElse(Double.NaN));
    }

    private Optional<Complex> imaginary(Map<String, Double> at, double h) {
        return ComplexEvaluation.value(expression, at, names.get(index), h);
    }

    /** The expression along the variable. */
    private DoubleUnaryOperator along() {
        ExpressionFunction function = ExpressionFunction.of(expression, names);
        double[] moved = point.clone();
        return x -> {
            moved[index] = x;
            return function.value(moved);
        };
    }

    private DifferentiationCompareResult.Stepped over(
            List<Double> steps, Double optimal, DoubleUnaryOperator derivative) {
        List<DifferentiationCompareResult.AtStep> found = new ArrayList<>();
        for (double h : steps) {
            deadline.check();
            double value = derivative.applyAsDouble(h);
            boolean defined = Double.isFinite(value);
            found.add(new DifferentiationCompareResult.AtStep(
                    h, defined ? value : null, defined ? error(value, reference) : null));
        }
        DifferentiationCompareResult.AtStep best = found.stream()
                .filter(at -> at.error() != null)
                .min(Comparator.comparingDouble(DifferentiationCompareResult.AtStep::error))
                .orElse(null);
        return new DifferentiationCompareResult.Stepped(
                best == null ? null : best.value(),
                best == null ? null : best.error(),
                best == null ? null : best.stepSize(),
                optimal,
                found);
    }

    static double error(double value, BigDecimal reference) {
        return new BigDecimal(value).subtract(reference).abs().doubleValue();
    }
}
