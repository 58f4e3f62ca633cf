package org.mlmath.stats.estimation;

import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;

/** What an estimate costs: some hundred evaluations of the likelihood for the search, and the curves. */
final class EstimationCost {
    private static final double SECONDS_PER_OBSERVATION = 1e-5;

    private EstimationCost() {}

    static Cost of(Observations data) {
        return data == null
                ? Cost.SMALL
                : new Cost(1e-3 + data.values().length * SECONDS_PER_OBSERVATION, 16_384 + 16L * data.values().length);
    }
}
