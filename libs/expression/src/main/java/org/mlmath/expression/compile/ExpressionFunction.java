package org.mlmath.expression.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.graph.Adjoints;
import org.mlmath.expression.graph.Evaluator;
import org.mlmath.expression.graph.Graph;
import org.mlmath.expression.graph.Lowering;
import org.mlmath.expression.graph.Node;
import org.mlmath.expression.graph.Program;
import org.mlmath.expression.graph.Tape;
import org.mlmath.numerics.optimization.DifferentiableFunction;

/**
 * An expression as a function of a vector, with its gradient by reverse mode at the cost of a few values.
 *
 * <p>Values that do not exist are NaN, and so are those too large for a double. At a kink the gradient is that of the constant
 * or the first branch: 0 for |x| and relu at 0.
 */
public final class ExpressionFunction implements DifferentiableFunction {
    private final List<String> variables;
    private final Evaluator value;
    private final Evaluator valueAndGradient;
    private final double[] outputs;
    private final double[] single = new double[1];

    private ExpressionFunction(List<String> variables, Evaluator value, Evaluator valueAndGradient) {
        this.variables = variables;
        this.value = value;
        this.valueAndGradient = valueAndGradient;
        this.outputs = new double[variables.size() + 1];
    }

    /** For a few evaluations: see {@link #of(Expression, List, long)}. */
    public static ExpressionFunction of(Expression expression, List<String> variables) {
        return of(expression, variables, 1);
    }

    /**
     * @param variables the order of the vector's entries; without duplicates, all free variables of the expression among them
     * @param evaluations how many are expected: decides whether compiling pays
     * @throws IllegalArgumentException for a free variable that is not listed
     */
    public static ExpressionFunction of(Expression expression, List<String> variables, long evaluations) {
        if (new HashSet<>(variables).size() < variables.size() || !variables.containsAll(expression.variables())) {
            throw new IllegalArgumentException(variables + " for the variables " + expression.variables());
        }
        Graph graph = new Graph();
        Node value = Lowering.lower(graph, expression, variables);
        List<Node> outputs = new ArrayList<>(List.of(value));
        outputs.addAll(Adjoints.gradient(graph, value, variables.size()));
        return new ExpressionFunction(
                List.copyOf(variables),
                evaluator(Program.of(graph, List.of(value), variables.size()), evaluations),
                evaluator(Program.of(graph, outputs, variables.size()), evaluations));
    }

    private static Evaluator evaluator(Program program, long evaluations) {
        return new Tape(program);
    }

    public List<String> variables() {
        return variables;
    }

    @Override
    public int dimension() {
        return variables.size();
    }

    @Override
    public double value(double[] x) {
        value.evaluate(x, single);
        return finite(single[0]);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        valueAndGradient.evaluate(x, outputs);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = finite(outputs[i + 1]);
        }
        return finite(outputs[0]);
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}
