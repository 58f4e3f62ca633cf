package org.mlmath.calculus.optimization;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.optimization.RunState;
import org.mlmath.numerics.optimization.UpdateRule;

/** A run's state as callers see it: the rule's flat memory taken apart by name, and put together again. */
final class StateOnTheWire {
    private StateOnTheWire() {}

    static OptimizerState write(MethodName method, RunState state, List<UpdateRule.Slot> slots, Long seed) {
        Map<String, double[]> memory = new LinkedHashMap<>();
        int offset = 0;
        for (UpdateRule.Slot slot : slots) {
            if (slot.length() > 0) {
                memory.put(slot.name(), Arrays.copyOfRange(state.memory(), offset, offset + used(state, offset, slot)));
            }
            offset += slot.length();
        }
        return new OptimizerState(
                method,
                state.iteration(),
                state.point(),
                memory,
                new OptimizerState.Best(state.bestIteration(), state.bestPoint(), state.bestValue()),
                state.initialGradientNorm(),
                state.valueChange(),
                seed);
    }

    /** The length of a part without the zeros at the end of one that fills up. */
    private static int used(RunState state, int offset, UpdateRule.Slot slot) {
        int used = slot.length();
        while (slot.filling() && used > 0 && state.memory()[offset + used - 1] == 0) {
            used--;
        }
        return used;
    }

    /**
     * @throws InvalidParameterException if the state is another method's, or lacks a part of the memory
     * @throws DimensionMismatchException if a point has another length than the objective needs, or a part of the memory than the rule
     */
    static RunState read(OptimizerState state, MethodName method, List<UpdateRule.Slot> slots, int dimension) {
        if (state.method() != method) {
            throw new InvalidParameterException("The state belongs to %s, the method asked for is %s."
                            .formatted(state.method().slug(), method.slug()))
                    .at("/method");
        }
        requireLength("point", state.point(), dimension);
        requireLength("best/point", state.best().point(), dimension);
        double[] memory = new double[UpdateRule.length(slots)];
        List<String> known = slots.stream()
                .filter(slot -> slot.length() > 0)
                .map(UpdateRule.Slot::name)
                .toList();
        int offset = 0;
        for (UpdateRule.Slot slot : slots) {
            double[] part = state.memory().get(slot.name());
            if (slot.length() > 0 && part == null) {
                throw new InvalidParameterException("The state lacks %s, which %s remembers with these parameters."
                                .formatted(slot.name(), method.slug()))
                        .at("/memory");
            }
            boolean fits =
                    slot.length() == 0 || part.length == slot.length() || slot.filling() && part.length < slot.length();
            if (!fits) {
                throw new DimensionMismatchException("%s has %d entries, where %s%d are needed."
                                .formatted(slot.name(), part.length, slot.filling() ? "at most " : "", slot.length()))
                        .at("/memory/" + slot.name());
            }
            if (slot.length() > 0) {
                System.arraycopy(part, 0, memory, offset, part.length);
            }
            offset += slot.length();
        }
        for (String name : state.memory().keySet()) {
            if (!known.contains(name)) {
                throw new InvalidParameterException(
                                "%s does not remember %s with these parameters.".formatted(method.slug(), name))
                        .at("/memory/" + name.replace("~", "~0").replace("/", "~1"));
            }
        }
        return new RunState(
                state.iteration(),
                state.point(),
                memory,
                state.best().iteration(),
                state.best().point(),
                state.best().value(),
                state.initialGradientNorm() == null ? Double.NaN : state.initialGradientNorm(),
                state.valueChange());
    }

    private static void requireLength(String field, double[] point, int dimension) {
        if (point.length != dimension) {
            throw new DimensionMismatchException(
                            "The state's point has %d entries, where the objective has %d variables."
                                    .formatted(point.length, dimension))
                    .at("/" + field);
        }
    }

    /** @return recorded memories taken apart in the same way, a matrix with a row per iterate for each part */
    static Map<String, Matrix> columns(Matrix memories, List<UpdateRule.Slot> slots) {
        Map<String, Matrix> parts = new LinkedHashMap<>();
        int offset = 0;
        for (UpdateRule.Slot slot : slots) {
            if (slot.length() > 0) {
                double[] part = new double[memories.rows() * slot.length()];
                for (int i = 0; i < memories.rows(); i++) {
                    System.arraycopy(
                            memories.values(), i * memories.columns() + offset, part, i * slot.length(), slot.length());
                }
                parts.put(slot.name(), new Matrix(memories.rows(), slot.length(), part));
            }
            offset += slot.length();
        }
        return parts;
    }
}
