package org.mlmath.expression.graph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.mlmath.expression.Relation;

/** From tree to graph. Short sums and products with constant bounds are written out, others become loops. */
public final class Lowering {
    private static final int TERMS = 64;

    /** Nodes of trees that may be written out for one graph; sums within sums multiply. */
    private static final int WRITTEN_OUT = 20_000;

    private final Graph graph;
    private final Map<String, Node> names;
    /** What has been written out so far, shared by all levels. */
    private final AtomicInteger writtenOut;

    private final Map<Expression, Node> done = new IdentityHashMap<>();

    private Lowering(Graph graph, Map<String, Node> names, AtomicInteger writtenOut) {
        this.graph = graph;
        this.names = names;
        this.writtenOut = writtenOut;
    }

    /**
     * @param variables the inputs in order; all free variables of the expression are among them
     * @return the node of the expression's value in the graph
     */
    public static Node lower(Graph graph, Expression expression, List<String> variables) {
        Map<String, Node> names = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            names.put(variables.get(i), graph.input(i));
        }
        return new Lowering(graph, names, new AtomicInteger()).node(expression);
    }

    private Node node(Expression expression) {
        Node known = done.get(expression);
        if (known == null) {
            known = make(expression);
            done.put(expression, known);
        }
        return known;
    }

    private Node make(Expression expression) {
        return switch (expression) {
            case Number(BigDecimal value) -> graph.number(value.doubleValue());
            case Constant constant -> graph.constant(constant);
            case Variable(String name) -> {
                Node input = names.get(name);
                if (input == null) {
                    throw new IllegalArgumentException("no value for " + name);
                }
                yield input;
            }
            case Negate(Expression operand) -> graph.negate(node(operand));
            case Sum(List<Expression> terms) -> {
                Node sum = node(terms.getFirst());
                for (Expression term : terms.subList(1, terms.size())) {
                    sum = graph.add(sum, node(term));
                }
                yield sum;
            }
            case Product(List<Expression> factors) -> {
                Node product = node(factors.getFirst());
                for (Expression factor : factors.subList(1, factors.size())) {
                    product = graph.multiply(product, node(factor));
                }
                yield product;
            }
            case Quotient(Expression numerator, Expression denominator) ->
                graph.divide(node(numerator), node(denominator));
            case Power(Expression base, Expression exponent) -> graph.power(node(base), node(exponent));
            case Call(Function function, List<Expression> arguments) ->
                graph.call(function, arguments.stream().map(this::node).toList());
            case Comparison(Expression left, Relation relation, Expression right) ->
                graph.compare(node(left), relation, node(right));
            case Piecewise(List<Branch> branches, Expression otherwise) -> {
                Node value = otherwise == null ? graph.number(Double.NaN) : node(otherwise);
                for (Branch branch : branches.reversed()) {
                    value = graph.select(node(branch.condition()), node(branch.value()), value);
                }
                yield value;
            }
            case Series series -> series(series);
        };
    }

    private Node series(Series series) {
        Node from = node(series.from());
        Node to = node(series.to());
        if (from.isConstant() && to.isConstant()) {
            double first = from.constant();
            if (!Tape.integerBounds(first, to.constant())) {
                return graph.number(Double.NaN);
            }
            double terms = to.constant() - first + 1;
            if (terms <= TERMS && written(Math.max(0, terms) * size(series.body()))) {
                return writtenOut(series, first, to.constant());
            }
        }
        return loop(series, from, to);
    }

    /** @return whether so many nodes more may be written out; if so they are counted */
    private boolean written(double nodes) {
        if (writtenOut.get() + nodes > WRITTEN_OUT) {
            return false;
        }
        writtenOut.addAndGet((int) nodes);
        return true;
    }

    private static int size(Expression expression) {
        int size = 1;
        for (Expression child : Expressions.children(expression)) {
            size += size(child);
        }
        return size;
    }

    private Node writtenOut(Series series, double first, double last) {
        boolean product = series.kind() == Series.Kind.PRODUCT;
        Node value = graph.number(product ? 1 : 0);
        for (double index = first; index <= last; index++) {
            Node term = inside(series.index(), graph.number(index)).node(series.body());
            value = product ? graph.multiply(value, term) : graph.add(value, term);
        }
        return value;
    }

    private Node loop(Series series, Node from, Node to) {
        Graph body = new Graph();
        Map<String, Node> inner = new HashMap<>();
        List<Node> operands = new ArrayList<>(List.of(from, to));
        for (String name : series.body().variables()) {
            if (!name.equals(series.index())) {
                operands.add(node(new Variable(name)));
                inner.put(name, body.input(operands.size() - 2));
            }
        }
        inner.put(series.index(), body.input(0));
        return graph.loop(
                new Loop(series.kind(), body, new Lowering(body, inner, writtenOut).node(series.body())), operands);
    }

    private Lowering inside(String index, Node value) {
        Map<String, Node> inner = new HashMap<>(names);
        inner.put(index, value);
        return new Lowering(graph, inner, writtenOut);
    }
}
