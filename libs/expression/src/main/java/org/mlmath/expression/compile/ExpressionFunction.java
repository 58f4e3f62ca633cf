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
    /** Generating code and warming it up costs some 5 ms of CPU; a tape has done this much by then (Rosenbrock: 0.15 µs each). */
    private static final long WORTH_COMPILING = 30_000;

    /** Operations up to which generating code takes well under a second. */
    private static final int NODES = 20_000;

    private final List<String> variables;
    private final long evaluations;
    private final Graph graph = new Graph();
    private final Node node;
    private final double[] outputs;
    private final double[] single = new double[1];
    private double[] withHessian;

    /** Made when first needed: most uses need one of the three. */
    private Evaluator value;

    private Evaluator valueAndGradient;

    private Evaluator valueGradientAndHessian;

    private ExpressionFunction(Expression expression, List<String> variables, long evaluations) {
        this.variables = List.copyOf(variables);
        this.evaluations = evaluations;
        this.node = Lowering.lower(graph, expression, variables);
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
        return new ExpressionFunction(expression, variables, evaluations);
    }

    private Evaluator evaluator(List<Node> outputs) {
        Program program = Program.of(graph, outputs, variables.size());
        boolean worthCompiling = evaluations >= WORTH_COMPILING
                && program.straight()
                && program.nodes().size() <= NODES;
        return worthCompiling ? compiled(program) : new Tape(program);
    }

    private static Evaluator compiled(Program program) {
        Compiler.Compiled compiled = Compiler.compile(program);
        Code code = compiled.code();
        double[] work = new double[compiled.workspace()];
        return (inputs, outputs) -> code.run(inputs, outputs, work);
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
        if (value == null) {
            value = evaluator(List.of(node));
        }
        value.evaluate(x, single);
        return finite(single[0]);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        if (valueAndGradient == null) {
            List<Node> nodes = new ArrayList<>(List.of(node));
            nodes.addAll(Adjoints.gradient(graph, node, variables.size()));
            valueAndGradient = evaluator(nodes);
        }
        valueAndGradient.evaluate(x, outputs);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = finite(outputs[i + 1]);
        }
        return finite(outputs[0]);
    }

    /**
     * Second derivatives are reverse mode applied to the graph of the gradient: n sweeps, all over one shared graph.
     *
     * @param x as long as {@link #dimension}, left unmodified
     * @param gradient filled with the partial derivatives at x
     * @param hessian n×n by rows, filled with the second derivatives at x; exactly symmetric
     * @return the value at x
     * @throws org.mlmath.numerics.LimitExceededException where the graph would become too large
     */
    public double valueGradientAndHessian(double[] x, double[] gradient, double[] hessian) {
        int n = variables.size();
        if (valueGradientAndHessian == null) {
            List<Node> nodes = new ArrayList<>(List.of(node));
            List<Node> first = Adjoints.gradient(graph, node, n);
            nodes.addAll(first);
            for (int i = 0; i < n; i++) {
                nodes.addAll(Adjoints.gradient(graph, first.get(i), n).subList(0, i + 1));
            }
            valueGradientAndHessian = evaluator(nodes);
            withHessian = new double[nodes.size()];
        }
        valueGradientAndHessian.evaluate(x, withHessian);
        int next = n + 1;
        for (int i = 0; i < n; i++) {
            gradient[i] = finite(withHessian[i + 1]);
            for (int j = 0; j <= i; j++) {
                hessian[i * n + j] = finite(withHessian[next++]);
                hessian[j * n + i] = hessian[i * n + j];
            }
        }
        return finite(withHessian[0]);
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}
