package org.mlmath.expression.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mlmath.expression.graph.Node;
import org.mlmath.expression.graph.Operation;
import org.mlmath.expression.graph.Program;

/**
 * Which values of a program are kept in variables and in which method each is computed.
 *
 * <p>A value used once is computed where it is used, on the operand stack; one used more often, or at the bottom of a deep
 * formula, is stored. Methods are cut between stored values so that each stays below the size above which HotSpot does not compile.
 */
final class Schedule {
    /** HotSpot leaves methods of more than 8,000 bytes to the interpreter; the sizes below are upper bounds. */
    private static final int METHOD_BYTES = 7_500;

    /** Formulas deeper than this are cut, to bound the operand stack and the recursion of whoever emits them. */
    private static final int DEPTH = 24;

    private static final int OPERATION_BYTES = 6;
    private static final int LOAD_BYTES = 12;
    private static final int STORE_BYTES = 24;

    /** The stored values of each method, in order. */
    final List<List<Node>> methods = new ArrayList<>();

    /** How often each value is read. */
    final Map<Node, Integer> uses = new HashMap<>();

    /** The stored values. */
    final Map<Node, Integer> methodOf = new HashMap<>();

    /** Stored values that later methods read, with their places in the workspace. */
    final Map<Node, Integer> workspace = new LinkedHashMap<>();

    Schedule(Program program) {
        Set<Node> outputs = new HashSet<>(program.outputs());
        for (Node node : program.nodes()) {
            node.operands().forEach(operand -> uses.merge(operand, 1, Integer::sum));
        }
        Map<Node, Integer> depths = new HashMap<>();
        Map<Node, Integer> bytes = new HashMap<>();
        int size = 0;
        for (Node node : program.nodes()) {
            if (isLeaf(node)) {
                continue;
            }
            int depth = 1;
            int needed = OPERATION_BYTES;
            for (Node operand : node.operands()) {
                boolean inline = !isLeaf(operand) && !methodOf.containsKey(operand);
                depth = Math.max(depth, inline ? depths.get(operand) + 1 : 1);
                needed += inline ? bytes.get(operand) : LOAD_BYTES;
            }
            depths.put(node, depth);
            bytes.put(node, needed);
            boolean stored = uses.getOrDefault(node, 0) != 1 || depth >= DEPTH || outputs.contains(node);
            if (stored) {
                needed += STORE_BYTES;
                if (methods.isEmpty() || size + needed > METHOD_BYTES) {
                    methods.add(new ArrayList<>());
                    size = 0;
                }
                size += needed;
                methods.getLast().add(node);
                methodOf.put(node, methods.size() - 1);
            }
        }
        for (int method = 0; method < methods.size(); method++) {
            for (Node node : methods.get(method)) {
                findReadFromBefore(node, method);
            }
        }
    }

    static boolean isLeaf(Node node) {
        return node.operation() == Operation.CONSTANT || node.operation() == Operation.INPUT;
    }

    private void findReadFromBefore(Node node, int method) {
        for (Node operand : node.operands()) {
            Integer other = methodOf.get(operand);
            if (other == null) {
                findReadFromBefore(operand, method);
            } else if (other < method) {
                workspace.putIfAbsent(operand, workspace.size());
            }
        }
    }
}
