package org.mlmath.stats.description;

import java.util.HashMap;
import java.util.Map;

/** Values that occur more than once. */
final class Ties {
    private Ties() {}

    /** @param sorted ascending */
    static int distinct(double[] sorted) {
        int distinct = sorted.length == 0 ? 0 : 1;
        for (int i = 1; i < sorted.length; i++) {
            distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
        }
        return distinct;
    }

    /** The value of most weight; NaN where several have it, which they do where each of several occurs once. */
    static double mode(double[] values, double[] weights) {
        Map<Double, Double> weightOf = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            weightOf.merge(values[i] + 0.0, weights == null ? 1 : weights[i], Double::sum); // + 0 makes -0 a 0
        }
        double mode = Double.NaN;
        double most = 0;
        for (Map.Entry<Double, Double> value : weightOf.entrySet()) {
            if (value.getValue() > most) {
                most = value.getValue();
                mode = value.getKey();
            } else if (value.getValue() == most) {
                mode = Double.NaN;
            }
        }
        return mode;
    }
}
