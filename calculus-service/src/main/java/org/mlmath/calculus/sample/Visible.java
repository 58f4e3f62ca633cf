package org.mlmath.calculus.sample;

import java.util.Arrays;
import org.mlmath.calculus.sample.SampleResult.View;

/**
 * The range of values worth showing: all of them, unless a few are far from the rest, as near a pole. Then the middle nine tenths,
 * and as much again on either side.
 */
final class Visible {
    /** Enough for quantiles that a picture is made of. */
    private static final int LOOKED_AT = 20_000;

    private Visible() {}

    /** @return null where no value is finite */
    static View of(double[] values) {
        int stride = 1 + values.length / LOOKED_AT;
        double[] sorted = new double[values.length / stride + 1];
        int size = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                least = Math.min(least, values[i]);
                most = Math.max(most, values[i]);
                if (i % stride == 0) {
                    sorted[size++] = values[i];
                }
            }
        }
        if (!(least <= most)) {
            return null;
        }
        if (size == 0) {
            return new View(least, most);
        }
        Arrays.sort(sorted, 0, size);
        double low = sorted[(int) (0.05 * (size - 1))];
        double high = sorted[(int) Math.ceil(0.95 * (size - 1))];
        double height = high - low;
        return new View(Math.max(least, low - height), Math.min(most, high + height));
    }
}
