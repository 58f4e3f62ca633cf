package org.mlmath.stats.description;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.number.MissingValues;

/**
 * The observations of a request that are there.
 *
 * @param values finite
 * @param weights as many, null where each counts once
 * @param indices where each stood in the request
 * @param missing how many were left out
 */
record WeightedSample(double[] values, double[] weights, int[] indices, int missing) {
    /**
     * @param data NaN where missing
     * @param weights of all observations, null where each counts once
     * @throws InvalidParameterException for a missing observation, unless they are to be omitted, and for weights that are none
     * @throws InsufficientDataException where none is left
     */
    static WeightedSample of(double[] data, double[] weights, MissingValues missing, String pointer) {
        checkWeights(weights, data.length);
        double[] present = missing.present(data, pointer);
        int[] indices = IntStream.range(0, data.length)
                .filter(i -> !Double.isNaN(data[i]))
                .toArray();
        double[] kept = weights == null || present.length == data.length
                ? weights
                : Arrays.stream(indices).mapToDouble(i -> weights[i]).toArray();
        if (present.length == 0) {
            throw new InsufficientDataException("There are no observations.")
                    .at(pointer)
                    .with("size", 0);
        }
        requireSomeWeight(kept);
        return new WeightedSample(present, kept, indices, data.length - present.length);
    }

    /** @throws InvalidParameterException for weights that are negative or not as many as the observations */
    static void checkWeights(double[] weights, int size) {
        if (weights == null) {
            return;
        }
        if (weights.length != size) {
            throw new DimensionMismatchException(
                            "There are %d weights for %d observations.".formatted(weights.length, size))
                    .at("/weights");
        }
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < 0) {
                throw new InvalidParameterException("A weight must not be negative.").at("/weights/" + i);
            }
        }
    }

    private static void requireSomeWeight(double[] weights) {
        if (weights != null && Arrays.stream(weights).allMatch(w -> w == 0)) {
            throw new InvalidParameterException("All weights are 0.").at("/weights");
        }
    }

    /** n, or where there are weights (Σw)² / Σw². */
    double effectiveSize() {
        SampleMoments moments = SampleMoments.of(values, weights);
        return moments.weight() / moments.squaredWeight() * moments.weight();
    }

    /** The warning that counts what was left out, if anything was. */
    List<Warning> warnings(String pointer) {
        List<Warning> warnings = new ArrayList<>();
        if (missing > 0) {
            warnings.add(MissingValues.omitted(missing, pointer));
        }
        return warnings;
    }
}
