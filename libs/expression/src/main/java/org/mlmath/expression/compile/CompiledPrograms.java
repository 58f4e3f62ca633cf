package org.mlmath.expression.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.graph.Node;
import org.mlmath.expression.graph.Operation;
import org.mlmath.expression.graph.Program;

/**
 * The code of the programs compiled last. Programs are the same when they carry out the same operations on the same places, whatever their
 * variables are called; an expression that is used again finds its code, and what the JIT compiler has made of it. What has not been used
 * for long is forgotten, and its class with it.
 */
final class CompiledPrograms {
    /** Operations of all programs together: some megabytes of classes. */
    private static final int OPERATIONS = 100_000;

    /** @param operands positions in the program */
    private record Line(Operation operation, Object detail, List<Integer> operands) {}

    private record Key(List<Line> lines, List<Integer> outputs) {}

    private static final Map<Key, Compiler.Compiled> RECENT = new LinkedHashMap<>(16, 0.75f, true);
    private static int operations;

    private CompiledPrograms() {}

    /** Compiles outside the lock: two callers may compile the same program, and one of the two classes is dropped. */
    static Compiler.Compiled of(Program program) {
        Key key = key(program);
        synchronized (RECENT) {
            Compiler.Compiled known = RECENT.get(key);
            if (known != null) {
                return known;
            }
        }
        Compiler.Compiled compiled = Compiler.compile(program);
        synchronized (RECENT) {
            if (RECENT.putIfAbsent(key, compiled) == null) {
                operations += key.lines().size();
                forgetOldest();
            }
        }
        return compiled;
    }

    private static void forgetOldest() {
        Iterator<Key> oldest = RECENT.keySet().iterator();
        while (operations > OPERATIONS && RECENT.size() > 1) {
            operations -= oldest.next().lines().size();
            oldest.remove();
        }
    }

    private static Key key(Program program) {
        Map<Node, Integer> positions = new HashMap<>();
        List<Line> lines = new ArrayList<>(program.nodes().size());
        for (Node node : program.nodes()) {
            positions.put(node, lines.size());
            lines.add(new Line(
                    node.operation(),
                    node.detail(),
                    node.operands().stream().map(positions::get).toList()));
        }
        return new Key(lines, program.outputs().stream().map(positions::get).toList());
    }
}
