package org.mlmath.calculus.optimization;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.optimization.Clipping;
import org.mlmath.numerics.optimization.Schedule;
import org.mlmath.numerics.optimization.UpdateRule;

/**
 * A method that moves along one gradient at a time, for training that computes the gradients itself.
 *
 * @param complete the method with its defaults filled in
 * @param rule how it moves
 * @param learningRate before the schedule
 * @param schedule of the learning rate, counted in steps
 * @param clipping of the gradients
 * @param usualBatchSize the examples a step sees unless the request says so; null for all
 */
public record FirstOrderMethod(
        FirstOrderOptimizer complete,
        UpdateRule rule,
        double learningRate,
        Schedule schedule,
        Clipping clipping,
        Integer usualBatchSize) {

    /**
     * @throws InvalidParameterException for parameters the method does not have, or whose values have no meaning; pointers
     *     are relative to the method
     */
    public static FirstOrderMethod of(FirstOrderOptimizer given) {
        ConfiguredMethod method = ConfiguredMethod.of(given.method());
        if (!method.definition().firstOrder()) {
            throw new InvalidParameterException(
                            "%s looks at the loss as a whole; networks are trained by first-order methods such as adam."
                                    .formatted(given.name().slug()))
                    .at("/name");
        }
        return new FirstOrderMethod(
                FirstOrderOptimizer.of(method.complete(1)),
                method.rule(0),
                method.learningRate(),
                method.schedule(),
                method.clipping(),
                method.batchSize());
    }

    /** @return the rule's memory taken apart by name */
    public Map<String, double[]> named(double[] memory, int dimension) {
        Map<String, double[]> parts = new LinkedHashMap<>();
        int offset = 0;
        for (UpdateRule.Slot slot : rule.memory(dimension)) {
            if (slot.length() > 0) {
                parts.put(slot.name(), Arrays.copyOfRange(memory, offset, offset + slot.length()));
            }
            offset += slot.length();
        }
        return parts;
    }

    /**
     * @return the memory put together again
     * @throws InvalidParameterException for a part that is missing or unknown
     * @throws DimensionMismatchException for a part of another length
     */
    public double[] memory(Map<String, double[]> parts, int dimension) {
        List<UpdateRule.Slot> slots = rule.memory(dimension).stream()
                .filter(slot -> slot.length() > 0)
                .toList();
        double[] memory = new double[UpdateRule.length(slots)];
        int offset = 0;
        for (UpdateRule.Slot slot : slots) {
            double[] part = parts.get(slot.name());
            if (part == null) {
                throw new InvalidParameterException("The state lacks %s, which %s remembers with these parameters."
                        .formatted(slot.name(), complete.name().slug()));
            }
            if (part.length != slot.length()) {
                throw new DimensionMismatchException(
                        "%s has %d entries, where %d are needed.".formatted(slot.name(), part.length, slot.length()));
            }
            System.arraycopy(part, 0, memory, offset, slot.length());
            offset += slot.length();
        }
        for (String name : parts.keySet()) {
            if (slots.stream().noneMatch(slot -> slot.name().equals(name))) {
                throw new InvalidParameterException("%s does not remember %s with these parameters."
                        .formatted(complete.name().slug(), name));
            }
        }
        return memory;
    }

    /** @return whose rule and defaults are followed */
    public String followed() {
        return switch (complete.convention()) {
            case TORCH -> "PyTorch's update rule (torch.optim) and defaults";
            case KERAS -> "Keras's update rule with PyTorch's defaults";
            case COURSE -> "the course's update rule with PyTorch's defaults";
        };
    }
}
