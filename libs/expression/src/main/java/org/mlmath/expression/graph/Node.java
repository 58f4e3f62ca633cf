package org.mlmath.expression.graph;

import java.util.List;

/**
 * A value of a graph.
 *
 * @param id its position in the graph, after those of its operands
 * @param detail what the operation needs to know: the constant's value, the input's index, the function, the relation, the loop
 */
public record Node(int id, Operation operation, Object detail, List<Node> operands) {
    /** Nodes are made once per graph: identity is equality. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id;
    }

    public boolean isConstant() {
        return operation == Operation.CONSTANT;
    }

    /** @return whether it is that constant, the sign of zero aside */
    public boolean isConstant(double value) {
        return isConstant() && constant() == value;
    }

    public double constant() {
        return (Double) detail;
    }

    @Override
    public String toString() {
        return "#" + id + " " + operation + (detail == null ? "" : " " + detail);
    }
}
