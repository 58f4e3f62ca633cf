package org.mlmath.expression.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final int STORE_BYTES = 16;
    private static final int OUTPUT_BYTES = 14;

    /** A value wanted in more places than this is copied there by methods of their own. */
    private static final int PLACES = 8;

    /** The stored values of each method, in order. */
    final List<List<Node>> methods = new ArrayList<>();

    /** How often each value is read. */
    final Map<Node, Integer> uses = new HashMap<>();

    /** The stored values. */
    final Map<Node, Integer> methodOf = new HashMap<>();

    /** Stored values that later methods read, with their places in the workspace. */
    final Map<Node, Integer> workspace = new LinkedHashMap<>();

    /** For values that are written to the outputs where they are computed: the places, from 1 on. */
    final Map<Node, List<Integer>> places = new HashMap<>();

    /** The other places of outputs, from 1 on: of constants, of inputs, of values wanted in many places; by method. */
    final List<List<Integer>> copies = new ArrayList<>();

    private final Program program;

    Schedule(Program program) {
        this.program = program;
        List<Node> outputs = program.outputs();
        for (Node node : program.nodes()) {
            node.operands().forEach(operand -> uses.merge(operand, 1, Integer::sum));
        }
        for (int i = 1; i < outputs.size(); i++) {
            places.computeIfAbsent(outputs.get(i), _ -> new ArrayList<>()).add(i);
        }
        places.putIfAbsent(outputs.getFirst(), new ArrayList<>());
        cut();
        for (int method = 0; method < methods.size(); method++) {
            for (Node node : methods.get(method)) {
                findReadFromBefore(node, method);
            }
        }
        if (methods.size() > 1 && !isLeaf(outputs.getFirst())) {
            workspace.putIfAbsent(outputs.getFirst(), workspace.size());
        }
        collectCopies();
    }

    private void cut() {
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
            List<Integer> wanted = places.get(node);
            if (uses.getOrDefault(node, 0) != 1 || depth >= DEPTH || wanted != null) {
                int written = wanted == null || wanted.size() > PLACES ? 0 : wanted.size();
                needed += STORE_BYTES + OUTPUT_BYTES * written;
                if (methods.isEmpty() || size + needed > METHOD_BYTES) {
                    methods.add(new ArrayList<>());
                    size = 0;
                }
                size += needed;
                methods.getLast().add(node);
                methodOf.put(node, methods.size() - 1);
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

    private void collectCopies() {
        int size = METHOD_BYTES;
        for (Map.Entry<Node, List<Integer>> entry : List.copyOf(places.entrySet())) {
            Node node = entry.getKey();
            if (!isLeaf(node) && entry.getValue().size() <= PLACES) {
                continue;
            }
            if (!isLeaf(node)) {
                workspace.putIfAbsent(node, workspace.size());
            }
            for (int place : entry.getValue()) {
                size += LOAD_BYTES + OUTPUT_BYTES;
                if (size > METHOD_BYTES) {
                    copies.add(new ArrayList<>());
                    size = LOAD_BYTES + OUTPUT_BYTES;
                }
                copies.getLast().add(place);
            }
            places.remove(node);
        }
    }
}
