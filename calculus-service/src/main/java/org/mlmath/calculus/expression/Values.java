package org.mlmath.calculus.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.calculus.point.Point;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/** The values of an expression at a point or at many. */
public final class Values {
    private Values() {}

    /**
     * The value at one point.
     *
     * @param at null for an expression without variables
     * @throws org.mlmath.numerics.DomainException where it is undefined; names the sub-expression
     */
    public static EvaluateResult at(Variables variables, Point at) {
        if (at == null && !variables.names().isEmpty()) {
            throw new InvalidParameterException(
                            "The expression has the variables %s; give a point as \"at\", or several as \"points\"."
                                    .formatted(String.join(", ", variables.names())))
                    .at("/at");
        }
        double[] value;
        RoundingBound bound = new RoundingBound(variables.expression(), variables.names());
        try {
            double[] point = at == null ? new double[0] : at.in(variables.names());
            value = new double[] {Evaluation.value(variables.expression(), variables.names(), point)};
            bound.add(point, value[0]);
        } catch (MathException e) {
            throw e.at("/at");
        }
        return result(variables, value, bound, new ArrayList<>());
    }

    /** The values at several points: NaN where undefined, and a warning that counts these. */
    public static EvaluateResult at(Variables variables, List<Point> points, Deadline deadline) {
        ExpressionFunction function = ExpressionFunction.of(variables.expression(), variables.names(), points.size());
        RoundingBound bound = new RoundingBound(variables.expression(), variables.names());
        double[] values = new double[points.size()];
        for (int i = 0; i < values.length; i++) {
            deadline.check();
            Point point = points.get(i);
            if (point == null) {
                throw new InvalidParameterException("A point is missing.").at("/points/" + i);
            }
            try {
                double[] coordinates = point.in(variables.names());
                values[i] = function.value(coordinates);
                bound.add(coordinates, values[i]);
            } catch (MathException e) {
                throw e.at("/points/" + i);
            }
        }
        List<Warning> warnings = new ArrayList<>();
        long undefined = Arrays.stream(values).filter(Double::isNaN).count();
        if (undefined > 0) {
            warnings.add(new Warning(
                    "undefined-values",
                    "The expression is undefined, or too large for a double, at %d of %d points."
                            .formatted(undefined, values.length),
                    "/values"));
        }
        return result(variables, values, bound, warnings);
    }

    private static EvaluateResult result(
            Variables variables, double[] values, RoundingBound bound, List<Warning> warnings) {
        return new EvaluateResult(
                values, variables.names(), Expressions.text(variables.expression()), bound.diagnostics(), warnings);
    }
}
