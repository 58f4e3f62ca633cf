package org.mlmath.calculus.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.derivative.SymbolicDiagnostics;
import org.mlmath.calculus.point.Point;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.evaluate.Kinks;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;

/**
 * The computation graph of an expression at a point.
 *
 * <p>Forward, each operation is carried out on the values of its inputs, together with its derivatives by them; backward, each node's
 * adjoint is the sum over its readers of their adjoint times their derivative by it. What is not read by a branch that is taken
 * has adjoint 0. Source: Griewank and Walther, <i>Evaluating Derivatives</i>, 2nd ed., §3.2.
 */
public final class ComputationGraph {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "nodes", "one per operation of the expression as it was read; equal parts are one node",
            "nonSmooth", "sgn(0) = 0, relu'(0) = 0, of equal arguments of min and max the first counts");

    private ComputationGraph() {}

    /**
     * @param listed null: the free variables in alphabetical order
     * @throws org.mlmath.numerics.DomainException where the expression has no value at the point
     */
    public static ComputationGraphResult of(
            String text, List<String> listed, Point at, boolean explain, Deadline deadline) {
        Variables variables = Variables.of(text, listed);
        Expression expression = variables.expression();
        List<String> names = variables.names();
        List<Elementary> operations = Elementary.operations(expression);
        double[] point;
        List<Expression> kinks;
        try {
            point = at.in(names);
            Evaluation.value(expression, names, point);
            kinks = Kinks.at(expression, names, point, names);
        } catch (MathException e) {
            throw e.at("/at");
        }
        double[] values = new double[operations.size()];
        double[][] partials = new double[operations.size()][];
        for (int id = 0; id < values.length; id++) {
            deadline.check();
            carryOut(id, operations, names, point, values, partials);
        }
        double[] adjoints = backward(operations, partials);

        double[] gradient = new double[names.size()];
        for (int id = 0; id < values.length; id++) {
            if (operations.get(id).part() instanceof Variable(String name)) {
                gradient[names.indexOf(name)] = adjoints[id];
            }
        }
        List<Warning> warnings = new ArrayList<>();
        if (!kinks.isEmpty()) {
            warnings.add(new Warning(
                    "not-smooth",
                    "%s may have no derivative at this point; the adjoints follow the convention in \"conventions\"."
                            .formatted(Expressions.text(kinks.getFirst())),
                    "/at"));
        }
        long undefined = Arrays.stream(gradient).filter(Double::isNaN).count();
        if (undefined > 0) {
            warnings.add(new Warning(
                    "undefined-values",
                    "%d of %d partial derivatives do not exist at the point.".formatted(undefined, gradient.length),
                    "/gradient"));
        }
        return new ComputationGraphResult(
                nodes(operations, values, partials, adjoints),
                values.length - 1,
                values[values.length - 1],
                gradient,
                names,
                explain ? Passes.steps(operations, values, partials, adjoints, gradient, warnings) : null,
                CONVENTIONS,
                check(expression, names, point, gradient),
                warnings);
    }

    private static void carryOut(
            int id,
            List<Elementary> operations,
            List<String> names,
            double[] point,
            double[] values,
            double[][] partials) {
        Elementary operation = operations.get(id);
        partials[id] = new double[operation.inputs().size()];
        Arrays.fill(partials[id], Double.NaN);
        if (operation.part() instanceof Variable(String name)) {
            values[id] = point[names.indexOf(name)];
            return;
        }
        Map<String, Integer> operands = new LinkedHashMap<>();
        Expression alone = operation.alone(operations, operands);
        List<String> order = List.copyOf(operands.keySet());
        double[] inputs =
                order.stream().mapToDouble(name -> values[operands.get(name)]).toArray();
        double[] gradient = new double[inputs.length];
        values[id] = ExpressionFunction.of(alone, order).valueAndGradient(inputs, gradient);
        int next = 0;
        for (int i = 0; i < partials[id].length; i++) {
            if (!operations.get(operation.inputs().get(i)).constant()) {
                partials[id][i] = gradient[next++];
            }
        }
    }

    /** What has adjoint 0 passes nothing on: 0 times a derivative that does not exist is 0 in a branch that is not taken. */
    private static double[] backward(List<Elementary> operations, double[][] partials) {
        double[] adjoints = new double[operations.size()];
        adjoints[adjoints.length - 1] = 1;
        for (int id = adjoints.length - 1; id >= 0; id--) {
            List<Integer> inputs = operations.get(id).inputs();
            for (int i = 0; i < inputs.size() && adjoints[id] != 0; i++) {
                if (!operations.get(inputs.get(i)).constant()) {
                    adjoints[inputs.get(i)] += adjoints[id] * partials[id][i];
                }
            }
        }
        return adjoints;
    }

    private static List<ComputationGraphResult.Node> nodes(
            List<Elementary> operations, double[] values, double[][] partials, double[] adjoints) {
        List<ComputationGraphResult.Node> nodes = new ArrayList<>();
        for (int id = 0; id < values.length; id++) {
            Elementary operation = operations.get(id);
            boolean constant = operation.constant() && id < values.length - 1;
            nodes.add(new ComputationGraphResult.Node(
                    id,
                    operation.operation(),
                    Expressions.text(operation.part()),
                    operation.inputs(),
                    orNull(values[id]),
                    constant ? null : orNull(adjoints[id]),
                    partials[id]));
        }
        return nodes;
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static SymbolicDiagnostics check(
            Expression expression, List<String> names, double[] point, double[] gradient) {
        double[] expected = new double[gradient.length];
        ExpressionFunction.of(expression, names).valueAndGradient(point, expected);
        int compared = 0;
        double largest = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (Double.isFinite(expected[i]) && Double.isFinite(gradient[i])) {
                compared = 1;
                largest = Math.max(largest, Math.abs(gradient[i] - expected[i]) / Math.max(1, Math.abs(expected[i])));
            }
        }
        return new SymbolicDiagnostics(new SymbolicDiagnostics.Verified(compared, largest));
    }
}
