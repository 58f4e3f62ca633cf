package org.mlmath.expression.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Function;
import org.mlmath.expression.Real;
import org.mlmath.expression.Relation;
import org.mlmath.numerics.LimitExceededException;

/** Interprets a program: ready at once, several times slower than compiled code. */
public final class Tape implements Evaluator {
    /** Steps that the loops of one evaluation may take together: some tens of milliseconds. */
    private static final long STEPS = 4_000_000;

    private static final double LARGEST_INTEGER = 0x1p53;

    private final Operation[] operations;
    private final Object[] details;
    /** The slots of the operands, in groups of three. */
    private final int[] operands;

    private final double[] slots;
    private final int[] outputs;
    private final Map<Integer, Iteration> iterations = new HashMap<>();

    public Tape(Program program) {
        List<Node> nodes = program.nodes();
        operations = new Operation[nodes.size()];
        details = new Object[nodes.size()];
        operands = new int[3 * nodes.size()];
        slots = new double[nodes.size()];
        Map<Node, Integer> slotOf = new HashMap<>();
        for (int slot = 0; slot < nodes.size(); slot++) {
            Node node = nodes.get(slot);
            slotOf.put(node, slot);
            operations[slot] = node.operation();
            details[slot] = node.detail();
            switch (node.operation()) {
                case CONSTANT -> slots[slot] = node.constant();
                case INPUT -> operands[3 * slot] = (Integer) node.detail();
                case LOOP -> iterations.put(slot, new Iteration(node, slotOf));
                default -> {
                    for (int i = 0; i < node.operands().size(); i++) {
                        operands[3 * slot + i] = slotOf.get(node.operands().get(i));
                    }
                }
            }
        }
        outputs = program.outputs().stream().mapToInt(slotOf::get).toArray();
    }

    @Override
    public void evaluate(double[] inputs, double[] results) {
        run(inputs, iterations.isEmpty() ? null : new long[] {STEPS});
        for (int i = 0; i < outputs.length; i++) {
            results[i] = slots[outputs[i]];
        }
    }

    /** @param steps what the loops may still take, in its only entry */
    private void run(double[] inputs, long[] steps) {
        for (int slot = 0; slot < operations.length; slot++) {
            int a = operands[3 * slot];
            int b = operands[3 * slot + 1];
            switch (operations[slot]) {
                case CONSTANT -> {}
                case INPUT -> slots[slot] = inputs[a];
                case ADD -> slots[slot] = slots[a] + slots[b];
                case SUBTRACT -> slots[slot] = slots[a] - slots[b];
                case MULTIPLY -> slots[slot] = slots[a] * slots[b];
                case DIVIDE -> slots[slot] = Real.divide(slots[a], slots[b]);
                case NEGATE -> slots[slot] = -slots[a];
                case POWER -> slots[slot] = Real.power(slots[a], slots[b]);
                case COMPARE -> slots[slot] = ((Relation) details[slot]).of(slots[a], slots[b]);
                case SELECT -> slots[slot] = select(slots[a], slots[b], slots[operands[3 * slot + 2]]);
                case FUNCTION -> {
                    Function function = (Function) details[slot];
                    slots[slot] = function.unary() ? function.at(slots[a]) : function.at(slots[a], slots[b]);
                }
                case LOOP -> slots[slot] = iterations.get(slot).value(slots, steps);
            }
        }
    }

    /** @return the second or the third number, NaN where the condition is */
    public static double select(double condition, double then, double otherwise) {
        if (condition != condition) {
            return condition;
        }
        return condition != 0 ? then : otherwise;
    }

    /** @return whether both bounds of a range are integers that doubles can count through */
    public static boolean integerBounds(double from, double to) {
        return Math.rint(from) == from
                && Math.rint(to) == to
                && Math.abs(from) < LARGEST_INTEGER
                && Math.abs(to) < LARGEST_INTEGER;
    }

    /** A loop of the program, with the tape of its body. */
    private static final class Iteration {
        private final boolean product;
        private final Tape body;
        private final int result;
        private final int[] operandSlots;
        private final double[] bodyInputs;

        Iteration(Node node, Map<Node, Integer> slotOf) {
            Loop loop = (Loop) node.detail();
            operandSlots = node.operands().stream().mapToInt(slotOf::get).toArray();
            bodyInputs = new double[operandSlots.length - 1];
            product = loop.kind() == Series.Kind.PRODUCT;
            body = new Tape(Program.of(loop.body(), List.of(loop.result()), bodyInputs.length));
            result = body.outputs[0];
        }

        double value(double[] slots, long[] steps) {
            double from = slots[operandSlots[0]];
            double to = slots[operandSlots[1]];
            if (!integerBounds(from, to)) {
                return Double.NaN;
            }
            double count = Math.max(0, to - from + 1) * body.operations.length;
            if (count > steps[0]) {
                LimitExceededException e = new LimitExceededException(
                        "Sums and products over ranges would take more than %,d operations; the limit for one value is %,d."
                                .formatted(STEPS, STEPS));
                e.with("limit", STEPS);
                throw e;
            }
            steps[0] -= (long) count;
            for (int i = 2; i < operandSlots.length; i++) {
                bodyInputs[i - 1] = slots[operandSlots[i]];
            }
            double total = product ? 1 : 0;
            for (double index = from; index <= to; index++) {
                bodyInputs[0] = index;
                body.run(bodyInputs, steps);
                double term = body.slots[result];
                total = product ? total * term : total + term;
            }
            Arrays.fill(bodyInputs, 0);
            return total;
        }
    }
}
