package org.mlmath.expression.graph;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.expression.differentiate.PartialDerivatives;

/**
 * Reverse-mode differentiation as a transformation of the graph: the adjoint of every node is itself a node of the same graph,
 * so value and gradient share what they have in common.
 *
 * <p>An adjoint that comes through a branch counts only where the branch is taken: {@code if(x > 0, ln(x), 0)} has the derivative
 * 0 at −1, not 0·(1/x) of an undefined logarithm. So every adjoint is kept with the condition under which it counts.
 * Source: Griewank and Walther, <i>Evaluating Derivatives</i>, 2nd ed., ch. 3.
 */
public final class Adjoints {
    /** @param guard the condition under which the value counts, null: always */
    private record Contribution(Node guard, Node value) {}

    private final Graph graph;
    private final List<List<Contribution>> contributions = new ArrayList<>();

    private Adjoints(Graph graph) {
        this.graph = graph;
    }

    /**
     * @param inputs how many inputs the graph has
     * @return the derivatives of the value by each input
     */
    public static List<Node> gradient(Graph graph, Node value, int inputs) {
        return new Adjoints(graph).gradient(value, inputs);
    }

    private List<Node> gradient(Node value, int inputs) {
        List<Node> live = Program.live(graph, List.of(value));
        for (int i = 0; i <= value.id(); i++) {
            contributions.add(null);
        }
        Node[] gradient = new Node[inputs];
        contribute(value, null, graph.number(1));
        for (Node node : live.reversed()) {
            List<Contribution> parts = contributions.get(node.id());
            if (parts == null) {
                continue;
            }
            Contribution adjoint = total(parts);
            if (node.operation() == Operation.INPUT) {
                gradient[(Integer) node.detail()] = adjoint.guard() == null
                        ? adjoint.value()
                        : graph.select(adjoint.guard(), adjoint.value(), graph.number(0));
            } else {
                passOn(node, adjoint.guard(), adjoint.value());
            }
        }
        List<Node> derivatives = new ArrayList<>();
        for (Node derivative : gradient) {
            derivatives.add(derivative == null ? graph.number(0) : derivative);
        }
        return derivatives;
    }

    private Contribution total(List<Contribution> parts) {
        Node guard = parts.getFirst().guard();
        boolean same =
                parts.stream().allMatch(part -> part.guard() == parts.getFirst().guard());
        Node sum = null;
        for (Contribution part : parts) {
            Node counted = same || part.guard() == null
                    ? part.value()
                    : graph.select(part.guard(), part.value(), graph.number(0));
            sum = sum == null ? counted : graph.add(sum, counted);
            if (!same) {
                guard = guard == null || part.guard() == null ? null : graph.apply(Function.OR, guard, part.guard());
            }
        }
        return new Contribution(guard, sum);
    }

    private void passOn(Node node, Node guard, Node adjoint) {
        List<Node> operands = node.operands();
        switch (node.operation()) {
            case CONSTANT, INPUT, COMPARE -> {}
            case ADD -> {
                contribute(operands.get(0), guard, adjoint);
                contribute(operands.get(1), guard, adjoint);
            }
            case SUBTRACT -> {
                contribute(operands.get(0), guard, adjoint);
                contribute(operands.get(1), guard, graph.negate(adjoint));
            }
            case NEGATE -> contribute(operands.getFirst(), guard, graph.negate(adjoint));
            case MULTIPLY -> {
                if (operands.get(0) == operands.get(1)) {
                    Node twice = graph.multiply(graph.number(2), operands.get(0));
                    contribute(operands.get(0), guard, graph.multiply(adjoint, twice));
                } else {
                    contributeProduct(operands.get(0), guard, adjoint, operands.get(1));
                    contributeProduct(operands.get(1), guard, adjoint, operands.get(0));
                }
            }
            case DIVIDE -> {
                Node divisor = operands.get(1);
                Node change = graph.divide(adjoint, divisor); // once for both: dividing is slow
                contribute(operands.get(0), guard, change);
                if (!divisor.isConstant()) {
                    contribute(divisor, guard, graph.negate(graph.multiply(change, node)));
                }
            }
            case POWER -> power(node, guard, adjoint);
            case SELECT -> {
                Node condition = operands.get(0);
                contribute(operands.get(1), both(guard, condition), adjoint);
                contribute(operands.get(2), both(guard, graph.apply(Function.NOT, condition)), adjoint);
            }
            case FUNCTION -> function(node, guard, adjoint);
            case LOOP -> loop(node, guard, adjoint);
        }
    }

    private void power(Node node, Node guard, Node adjoint) {
        Node base = node.operands().get(0);
        Node exponent = node.operands().get(1);
        if (!base.isConstant()) {
            Node lower = graph.power(base, graph.subtract(exponent, graph.number(1)));
            contribute(base, guard, graph.multiply(adjoint, graph.multiply(exponent, lower)));
        }
        if (!exponent.isConstant()) {
            Node change = graph.multiply(node, graph.apply(Function.LN, base));
            contribute(exponent, guard, graph.multiply(adjoint, change));
        }
    }

    private void function(Node node, Node guard, Node adjoint) {
        Function function = (Function) node.detail();
        List<Node> operands = node.operands();
        if (function == Function.MIN || function == Function.MAX) {
            Relation relation = function == Function.MIN ? Relation.LESS_OR_EQUAL : Relation.GREATER_OR_EQUAL;
            Node first = graph.compare(operands.get(0), relation, operands.get(1));
            contribute(operands.get(0), both(guard, first), adjoint);
            contribute(operands.get(1), both(guard, graph.apply(Function.NOT, first)), adjoint);
            return;
        }
        for (int i = 0; i < operands.size(); i++) {
            if (!operands.get(i).isConstant()) {
                Node partial = PartialDerivatives.exists(function, i)
                        ? PartialDerivatives.of(graph, function, operands, node, i)
                        : graph.number(Double.NaN);
                if (partial != null) {
                    contributeProduct(operands.get(i), guard, adjoint, partial);
                }
            }
        }
    }

    /** Only the body is differentiated: between integers the bounds change nothing. */
    private void loop(Node node, Node guard, Node adjoint) {
        Loop loop = (Loop) node.detail();
        List<Node> operands = node.operands();
        int inputs = operands.size() - 1;
        List<Node> partials = gradient(loop.body(), loop.result(), inputs);
        for (int i = 1; i < inputs; i++) {
            Node partial = partials.get(i);
            if (partial.isConstant(0)) {
                continue;
            }
            Node derivative = loop.kind() == Series.Kind.SUM
                    ? graph.loop(new Loop(Series.Kind.SUM, loop.body(), partial), operands)
                    : productRule(loop, partial, operands);
            contributeProduct(operands.get(i + 1), guard, adjoint, derivative);
        }
    }

    /** (Πᵢ fᵢ)′ = Σⱼ f′ⱼ Πᵢ (fᵢ, but 1 for i = j): unlike Π·Σ f′/f it holds where a factor is zero. */
    private Node productRule(Loop loop, Node partial, List<Node> operands) {
        int captured = operands.size() - 2;
        Graph factors = new Graph(); // inputs: i, j, what the body reads
        List<Node> factorInputs = new ArrayList<>(List.of(factors.input(0)));
        for (int k = 0; k < captured; k++) {
            factorInputs.add(factors.input(k + 2));
        }
        Node other = factors.select(
                factors.compare(factors.input(0), Relation.EQUAL, factors.input(1)),
                factors.number(1),
                factors.inline(loop.body(), loop.result(), factorInputs));

        Graph terms = new Graph(); // inputs: j, what the body reads, the bounds
        List<Node> termInputs = new ArrayList<>(List.of(terms.input(0)));
        List<Node> factorOperands =
                new ArrayList<>(List.of(terms.input(captured + 1), terms.input(captured + 2), terms.input(0)));
        for (int k = 0; k < captured; k++) {
            termInputs.add(terms.input(k + 1));
            factorOperands.add(terms.input(k + 1));
        }
        Node term = terms.multiply(
                terms.inline(loop.body(), partial, termInputs),
                terms.loop(new Loop(Series.Kind.PRODUCT, factors, other), factorOperands));
        List<Node> termOperands = new ArrayList<>(operands);
        termOperands.addAll(operands.subList(0, 2));
        return graph.loop(new Loop(Series.Kind.SUM, terms, term), termOperands);
    }

    private void contributeProduct(Node operand, Node guard, Node adjoint, Node partial) {
        if (!operand.isConstant()) {
            contribute(operand, guard, graph.multiply(adjoint, partial));
        }
    }

    private void contribute(Node operand, Node guard, Node value) {
        if (operand.isConstant()) {
            return;
        }
        List<Contribution> parts = contributions.get(operand.id());
        if (parts == null) {
            parts = new ArrayList<>(2);
            contributions.set(operand.id(), parts);
        }
        parts.add(new Contribution(guard, value));
    }

    private Node both(Node guard, Node condition) {
        return guard == null ? condition : graph.apply(Function.AND, guard, condition);
    }
}
