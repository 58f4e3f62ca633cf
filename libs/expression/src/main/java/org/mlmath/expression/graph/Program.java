package org.mlmath.expression.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The operations that chosen outputs need, in an order in which they can be carried out.
 *
 * @param nodes each after its operands
 * @param outputs among the nodes
 * @param inputs how many inputs there are, read or not
 */
public record Program(List<Node> nodes, List<Node> outputs, int inputs) {

    public static Program of(Graph graph, List<Node> outputs, int inputs) {
        return new Program(live(graph, outputs), List.copyOf(outputs), inputs);
    }

    /** @return whether every operation is a straight one */
    public boolean straight() {
        return nodes.stream().noneMatch(node -> node.operation() == Operation.LOOP);
    }

    /** @return what the nodes are made of, themselves included, in the graph's order */
    static List<Node> live(Graph graph, List<Node> wanted) {
        BitSet needed = new BitSet();
        wanted.forEach(node -> needed.set(node.id()));
        for (int id = needed.length() - 1; id >= 0; id = needed.previousSetBit(id - 1)) {
            graph.nodes().get(id).operands().forEach(operand -> needed.set(operand.id()));
        }
        List<Node> live = new ArrayList<>();
        needed.stream().forEach(id -> live.add(graph.nodes().get(id)));
        return live;
    }
}
