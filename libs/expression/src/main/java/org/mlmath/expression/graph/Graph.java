package org.mlmath.expression.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Function;
import org.mlmath.expression.Real;
import org.mlmath.expression.Relation;
import org.mlmath.expression.differentiate.Algebra;
import org.mlmath.numerics.LimitExceededException;

/**
 * A directed acyclic graph of values by value numbering: asking twice for the same operation on the same operands gives the
 * same node. Operations on constants are carried out at once, in doubles, as they would be later.
 *
 * <p>Only identities that hold for every double are used (1·x, x/1, x + 0), so a graph computes what its formula says, NaN
 * included.
 */
public final class Graph implements Algebra<Node> {
    /** Nodes of one graph, gradients included. */
    public static final int NODES = 200_000;

    private record Key(Operation operation, Object detail, List<Node> operands) {}

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Key, Node> known = new HashMap<>();

    public List<Node> nodes() {
        return nodes;
    }

    public Node input(int index) {
        return node(Operation.INPUT, index);
    }

    @Override
    public Node number(double value) {
        return node(Operation.CONSTANT, value);
    }

    @Override
    public Node constant(Constant constant) {
        return number(constant.value());
    }

    @Override
    public Node negate(Node a) {
        if (a.isConstant()) {
            return number(-a.constant());
        }
        return a.operation() == Operation.NEGATE ? a.operands().getFirst() : node(Operation.NEGATE, null, a);
    }

    @Override
    public Node add(Node a, Node b) {
        if (a.isConstant() && b.isConstant()) {
            return number(a.constant() + b.constant());
        }
        if (a.isConstant(0)) {
            return b;
        }
        if (b.isConstant(0)) {
            return a;
        }
        if (b.operation() == Operation.NEGATE) {
            return subtract(a, b.operands().getFirst());
        }
        if (a.operation() == Operation.NEGATE) {
            return subtract(b, a.operands().getFirst());
        }
        return a.id() <= b.id() ? node(Operation.ADD, null, a, b) : node(Operation.ADD, null, b, a);
    }

    @Override
    public Node subtract(Node a, Node b) {
        if (a.isConstant() && b.isConstant()) {
            return number(a.constant() - b.constant());
        }
        if (b.isConstant(0)) {
            return a;
        }
        if (a.isConstant(0)) {
            return negate(b);
        }
        return b.operation() == Operation.NEGATE
                ? add(a, b.operands().getFirst())
                : node(Operation.SUBTRACT, null, a, b);
    }

    @Override
    public Node multiply(Node a, Node b) {
        if (a.isConstant() && b.isConstant()) {
            return number(a.constant() * b.constant());
        }
        if (a.isConstant(1)) {
            return b;
        }
        if (b.isConstant(1)) {
            return a;
        }
        if (a.isConstant(-1)) {
            return negate(b);
        }
        if (b.isConstant(-1)) {
            return negate(a);
        }
        if (a.operation() == Operation.NEGATE) {
            return negate(multiply(a.operands().getFirst(), b));
        }
        if (b.operation() == Operation.NEGATE) {
            return negate(multiply(a, b.operands().getFirst()));
        }
        if (a.isConstant() && b.operation() == Operation.MULTIPLY) {
            Node scaled = scaled(a.constant(), b);
            if (scaled != null) {
                return scaled;
            }
        }
        if (b.isConstant() && a.operation() == Operation.MULTIPLY) {
            Node scaled = scaled(b.constant(), a);
            if (scaled != null) {
                return scaled;
            }
        }
        return a.id() <= b.id() ? node(Operation.MULTIPLY, null, a, b) : node(Operation.MULTIPLY, null, b, a);
    }

    /** @return c·(d·x) as (c·d)·x where that rounds no differently, one of the two being a small power of two; else null */
    private Node scaled(double c, Node product) {
        for (int i = 0; i < 2; i++) {
            Node factor = product.operands().get(i);
            if (factor.isConstant() && (isSmallPowerOfTwo(c) || isSmallPowerOfTwo(factor.constant()))) {
                return multiply(
                        number(c * factor.constant()), product.operands().get(1 - i));
            }
        }
        return null;
    }

    private static boolean isSmallPowerOfTwo(double value) {
        return value == 0.5 || value == 2 || value == 4;
    }

    @Override
    public Node divide(Node a, Node b) {
        if (a.isConstant() && b.isConstant()) {
            return number(Real.divide(a.constant(), b.constant()));
        }
        if (a.operation() == Operation.NEGATE) {
            return negate(divide(a.operands().getFirst(), b));
        }
        return b.isConstant(1) ? a : node(Operation.DIVIDE, null, a, b);
    }

    /** Small constant exponents become products and roots, which are faster and no less accurate. */
    @Override
    public Node power(Node base, Node exponent) {
        if (base.isConstant() && exponent.isConstant()) {
            return number(Real.power(base.constant(), exponent.constant()));
        }
        if (base.isConstant(Math.E)) {
            return apply(Function.EXP, exponent);
        }
        if (exponent.isConstant(1)) {
            return base;
        }
        if (exponent.isConstant(2)) {
            return multiply(base, base);
        }
        if (exponent.isConstant(3)) {
            return multiply(multiply(base, base), base);
        }
        if (exponent.isConstant(4)) {
            Node square = multiply(base, base);
            return multiply(square, square);
        }
        if (exponent.isConstant(-1)) {
            return divide(number(1), base);
        }
        if (exponent.isConstant(0.5)) {
            return apply(Function.SQRT, base);
        }
        return node(Operation.POWER, null, base, exponent);
    }

    /** Functions of many arguments are folded from the left; optional parameters filled in. */
    @Override
    public Node call(Function function, List<Node> arguments) {
        if (function.unary()) {
            Node a = arguments.getFirst();
            return a.isConstant() ? number(function.at(a.constant())) : node(Operation.FUNCTION, function, a);
        }
        Node value = arguments.getFirst();
        if (arguments.size() == 1) {
            return apply(function, value, number(function.lastDefault()));
        }
        for (Node b : arguments.subList(1, arguments.size())) {
            value = value.isConstant() && b.isConstant()
                    ? number(function.at(value.constant(), b.constant()))
                    : node(Operation.FUNCTION, function, value, b);
        }
        return value;
    }

    @Override
    public Node compare(Node a, Relation relation, Node b) {
        if (a.isConstant() && b.isConstant()) {
            return number(relation.of(a.constant(), b.constant()));
        }
        return node(Operation.COMPARE, relation, a, b);
    }

    @Override
    public Node select(Node condition, Node then, Node otherwise) {
        if (condition.isConstant()) {
            double c = condition.constant();
            return c != c ? number(Double.NaN) : c != 0 ? then : otherwise;
        }
        return node(Operation.SELECT, null, condition, then, otherwise);
    }

    @Override
    public Node oneMinusSquare(Node a) {
        return multiply(subtract(number(1), a), add(number(1), a));
    }

    /** @param operands the bounds, then the values of the body's inputs from 1 on */
    Node loop(Loop loop, List<Node> operands) {
        if (loop.result().isConstant(loop.kind() == Series.Kind.SUM ? 0 : 1)) {
            // Σ 0 = 0 and Π 1 = 1, but only where the bounds make sense: they are variables, so asked for separately.
            return node(Operation.LOOP, loop, operands.subList(0, 2).toArray(Node[]::new));
        }
        return node(Operation.LOOP, loop, operands.toArray(Node[]::new));
    }

    /**
     * Repeats another graph's node in this one.
     *
     * @param inputs what stands for the other's inputs here
     */
    Node inline(Graph other, Node result, List<Node> inputs) {
        Map<Node, Node> copies = new HashMap<>();
        for (Node node : Program.live(other, List.of(result))) {
            List<Node> operands = node.operands().stream().map(copies::get).toList();
            copies.put(
                    node,
                    node.operation() == Operation.INPUT ? inputs.get((Integer) node.detail()) : remade(node, operands));
        }
        return copies.get(result);
    }

    private Node remade(Node node, List<Node> operands) {
        return switch (node.operation()) {
            case CONSTANT -> number(node.constant());
            case INPUT -> throw new IllegalStateException("inputs are replaced");
            case ADD -> add(operands.get(0), operands.get(1));
            case SUBTRACT -> subtract(operands.get(0), operands.get(1));
            case MULTIPLY -> multiply(operands.get(0), operands.get(1));
            case DIVIDE -> divide(operands.get(0), operands.get(1));
            case NEGATE -> negate(operands.get(0));
            case POWER -> power(operands.get(0), operands.get(1));
            case COMPARE -> compare(operands.get(0), (Relation) node.detail(), operands.get(1));
            case SELECT -> select(operands.get(0), operands.get(1), operands.get(2));
            case FUNCTION -> call((Function) node.detail(), operands);
            case LOOP -> loop((Loop) node.detail(), operands);
        };
    }

    private Node node(Operation operation, Object detail, Node... operands) {
        List<Node> list = List.of(operands);
        return known.computeIfAbsent(new Key(operation, detail, list), _ -> {
            if (nodes.size() >= NODES) {
                LimitExceededException e = new LimitExceededException(
                        "The expression, with what is asked of it, takes more than %,d operations.".formatted(NODES));
                e.with("limit", NODES);
                throw e;
            }
            Node node = new Node(nodes.size(), operation, detail, list);
            nodes.add(node);
            return node;
        });
    }
}
