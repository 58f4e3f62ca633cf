package org.mlmath.calculus.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mlmath.calculus.point.Bound;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.optimization.leastsquares.Box;

/**
 * A request to fit a curve, made sure that its parts fit each other.
 *
 * @param names of the parameters
 * @param weights null: all 1
 * @param rows observations of positive weight
 * @param start within the box
 */
record FitProblem(
        Expression expression,
        List<String> names,
        FitData data,
        double[] target,
        double[] weights,
        int[] rows,
        double[] start,
        Box box) {

    /** @throws MathException at the field of the request that is wrong */
    static FitProblem of(CurveFitRequest request) {
        if (request.data().rows() == 0) {
            throw new InsufficientDataException("There are no observations.").at("/data");
        }
        List<String> names = new ArrayList<>();
        double[] start = new double[request.parameters().size()];
        for (Map.Entry<String, Bound> parameter : request.parameters().entrySet()) {
            String pointer = "/parameters/" + escaped(parameter.getKey());
            String name = Variables.name(parameter.getKey(), pointer);
            if (parameter.getValue().isInfinite()) {
                throw new InvalidParameterException("The search cannot start at infinity.").at(pointer);
            }
            if (names.contains(name)) {
                throw new InvalidParameterException("\"%s\" is given twice, in two spellings.".formatted(name))
                        .at(pointer);
            }
            if (request.data().names().contains(name)) {
                throw new InvalidParameterException(
                                "\"%s\" is a column of the data; a parameter needs another name.".formatted(name))
                        .at(pointer);
            }
            start[names.size()] = parameter.getValue().value();
            names.add(name);
        }
        Expression expression = expression(request, names);
        double[] target = target(request);
        int[] rows = rows(request.weights(), target.length);
        if (rows.length < names.size()) {
            throw new InsufficientDataException("%d observations%s cannot determine %d parameters."
                            .formatted(
                                    rows.length,
                                    rows.length < target.length ? " of positive weight" : "",
                                    names.size()))
                    .at("/data");
        }
        Box box = box(request.bounds(), names, start);
        return new FitProblem(expression, names, request.data(), target, request.weights(), rows, start, box);
    }

    private static Expression expression(CurveFitRequest request, List<String> names) {
        List<String> known = new ArrayList<>(names);
        known.addAll(request.data().names());
        Expression expression;
        try {
            expression = Expressions.parse(request.expression(), known);
        } catch (MathException e) {
            throw e.at("/expression");
        }
        List<String> used = expression.variables();
        for (String given : request.parameters().keySet()) {
            String pointer = "/parameters/" + escaped(given);
            if (!used.contains(Variables.name(given, pointer))) {
                throw new InvalidParameterException(
                                "The expression does not contain %s, so that no data could determine it."
                                        .formatted(given))
                        .at(pointer);
            }
        }
        return expression;
    }

    private static double[] target(CurveFitRequest request) {
        FitData data = request.data();
        FitTarget target = request.target();
        if (target.values() != null) {
            if (target.values().length != data.rows()) {
                throw new DimensionMismatchException("The target has %d values, and there are %d observations."
                                .formatted(target.values().length, data.rows()))
                        .at("/target");
            }
            return target.values();
        }
        try {
            Expression expression = Expressions.parse(target.text(), data.names());
            ExpressionFunction function = ExpressionFunction.of(expression, data.names(), data.rows());
            double[] values = new double[data.rows()];
            double[] point = new double[data.names().size()];
            for (int i = 0; i < values.length; i++) {
                data.copyRow(i, point, 0);
                values[i] = function.value(point);
                if (!Double.isFinite(values[i])) {
                    try {
                        Evaluation.value(expression, data.names(), point);
                    } catch (MathException e) {
                        throw e.with("observation", i);
                    }
                }
            }
            return values;
        } catch (MathException e) {
            throw e.at("/target");
        }
    }

    private static int[] rows(double[] weights, int count) {
        if (weights == null) {
            return IntStream.range(0, count).toArray();
        }
        if (weights.length != count) {
            throw new DimensionMismatchException(
                            "There are %d weights for %d observations.".formatted(weights.length, count))
                    .at("/weights");
        }
        for (int i = 0; i < count; i++) {
            if (!(weights[i] >= 0)) {
                throw new InvalidParameterException("The weight is %s; weights are at least 0.".formatted(weights[i]))
                        .at("/weights/" + i);
            }
        }
        return IntStream.range(0, count).filter(i -> weights[i] > 0).toArray();
    }

    private static Box box(Map<String, Bounds> bounds, List<String> names, double[] start) {
        Box box = Box.unbounded(names.size());
        if (bounds == null) {
            return box;
        }
        bounds.forEach((given, interval) -> {
            String pointer = "/bounds/" + escaped(given);
            int j = names.indexOf(Variables.name(given, pointer));
            if (j < 0) {
                throw new InvalidParameterException("\"%s\" is not a parameter; these are %s.%s"
                                .formatted(given, String.join(", ", names), NearestName.question(given, names)))
                        .at(pointer);
            }
            if (start[j] < interval.lower() || start[j] > interval.upper()) {
                throw new InvalidParameterException("%s starts at %s, outside [%s, %s]."
                                .formatted(given, start[j], interval.lower(), interval.upper()))
                        .at("/parameters/" + escaped(given));
            }
            box.lower()[j] = interval.lower();
            box.upper()[j] = interval.upper();
        });
        return box;
    }

    /**
     * Data at which the fitted curve is wanted, with the columns in the order of the fit's own.
     *
     * @throws MathException for a column that the curve needs and is not there, or one that it does not know
     */
    FitData aligned(FitData at) {
        List<double[]> columns = new ArrayList<>();
        for (String name : data.names()) {
            int k = at.names().indexOf(name);
            if (k < 0 && expression.variables().contains(name)) {
                throw new InvalidParameterException(
                                "The curve depends on %s, of which no values are given.".formatted(name))
                        .at("/predictAt");
            }
            double[] unused = new double[at.rows()];
            Arrays.fill(unused, Double.NaN);
            columns.add(k < 0 ? unused : at.columns().get(k));
        }
        for (String name : at.names()) {
            if (!data.names().contains(name)) {
                throw new InvalidParameterException("The data have no column %s.%s"
                                .formatted(name, NearestName.question(name, data.names())))
                        .at("/predictAt/" + escaped(name));
            }
        }
        return new FitData(data.names(), columns);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
