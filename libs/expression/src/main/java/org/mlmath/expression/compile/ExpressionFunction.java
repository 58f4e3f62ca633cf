package org.mlmath.expression.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.graph.Adjoints;
import org.mlmath.expression.graph.Graph;
import org.mlmath.expression.graph.Lowering;
import org.mlmath.expression.graph.Node;
import org.mlmath.expression.graph.Program;
import org.mlmath.expression.graph.Tape;
import org.mlmath.numerics.optimization.TwiceDifferentiableFunction;

/**
 * An expression as a function of a vector, with its gradient by reverse mode at the cost of a few values.
 *
 * <p>Values that do not exist are NaN, and so are those too large for a double. At a kink the gradient is that of the constant
 * or the first branch: 0 for |x| and relu at 0.
 */
public final class ExpressionFunction implements TwiceDifferentiableFunction {
    /** Generating code and warming it up costs some 5 ms of CPU; a tape has done this much by then (Rosenbrock: 0.15 µs each). */
    private static final long WORTH_COMPILING = 30_000;

    /** Operations up to which generating code takes well under a second. */
    private static final int NODES = 20_000;

    private final List<String> variables;
    private final long evaluations;
    private final Graph graph = new Graph();
    private final Node node;
    private double[] withHessian;

    /** Made when first needed: most uses need one of the three. */
    private Code value;

    private Code valueAndGradient;

    private Code valueGradientAndHessian;

    /** What generated code needs to write on, enough for each of the three. */
    private double[] work = {};

    private ExpressionFunction(Expression expression, List<String> variables, long evaluations) {
        this.variables = List.copyOf(variables);
        this.evaluations = evaluations;
        this.node = Lowering.lower(graph, expression, variables);
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

    private Code code(List<Node> outputs) {
        Program program = Program.of(graph, outputs, variables.size());
        boolean worthCompiling = evaluations >= WORTH_COMPILING
                && program.straight()
                && program.nodes().size() <= NODES;
        if (worthCompiling) {
            Compiler.Compiled compiled = CompiledPrograms.of(program);
            work = compiled.workspace() > work.length ? new double[compiled.workspace()] : work;
            return compiled.code();
        }
        return interpreted(program);
    }

    private static Code interpreted(Program program) {
        Tape tape = new Tape(program);
        double[] outputs = new double[program.outputs().size()];
        return (inputs, rest, _) -> {
            tape.evaluate(inputs, outputs);
            for (int i = 1; i < outputs.length; i++) {
                rest[i - 1] = Compiler.finite(outputs[i]);
            }
            return Compiler.finite(outputs[0]);
        };
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
            value = code(List.of(node));
        }
        return value.run(x, null, work);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        if (valueAndGradient == null) {
            List<Node> nodes = new ArrayList<>(List.of(node));
            nodes.addAll(Adjoints.gradient(graph, node, variables.size()));
            valueAndGradient = code(nodes);
        }
        return valueAndGradient.run(x, gradient, work);
    }

    /**
     * Second derivatives are reverse mode applied to the graph of the gradient: n sweeps, all over one shared graph.
     *
     * @throws org.mlmath.numerics.LimitExceededException where the graph would become too large
     */
    @Override
    public double valueGradientAndHessian(double[] x, double[] gradient, double[] hessian) {
        int n = variables.size();
        if (valueGradientAndHessian == null) {
            List<Node> nodes = new ArrayList<>(List.of(node));
            List<Node> first = Adjoints.gradient(graph, node, n);
            nodes.addAll(first);
            for (int i = 0; i < n; i++) {
                nodes.addAll(Adjoints.gradient(graph, first.get(i), n).subList(0, i + 1));
            }
            valueGradientAndHessian = code(nodes);
            withHessian = new double[nodes.size() - 1];
        }
        double result = valueGradientAndHessian.run(x, withHessian, work);
        System.arraycopy(withHessian, 0, gradient, 0, n);
        int next = n;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                hessian[i * n + j] = withHessian[next];
                hessian[j * n + i] = withHessian[next++];
            }
        }
        return result;
    }
}
