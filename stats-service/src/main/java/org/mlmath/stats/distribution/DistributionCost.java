package org.mlmath.stats.distribution;

import java.util.Map;
import org.mlmath.stats.number.Quantity;

/** What the distribution function takes of families that add up probabilities: the more the larger their support. */
final class DistributionCost {
    private static final double SECONDS_PER_TERM = 5e-9;

    /** Longer sums are integrated in part. */
    private static final double MOST_TERMS = 200_000;

    private DistributionCost() {}

    /** Seconds beside a few microseconds for one value, by the parameters that only such families have. */
    static double perValue(Map<String, Quantity> parameters) {
        if (parameters == null) {
            return 0;
        }
        double size = parameters.containsKey("population")
                ? number(parameters, "population")
                : parameters.containsKey("alpha") ? number(parameters, "trials") : 0;
        return Math.min(size, MOST_TERMS) * SECONDS_PER_TERM;
    }

    private static double number(Map<String, Quantity> parameters, String name) {
        Quantity quantity = parameters.get(name);
        return quantity == null || !quantity.isNumber() ? 0 : Math.abs(quantity.number());
    }
}
