package org.mlmath.stats.bayes.conjugate;

import org.mlmath.kit.work.Cost;

/** What updating a distribution of one parameter costs: intervals by root finding, and reading the data. */
final class ConjugateCost {
    private static final double SECONDS = 1e-3;
    private static final double SECONDS_PER_OBSERVATION = 5e-8;

    private ConjugateCost() {}

    static Cost of(long observations) {
        return new Cost(SECONDS + observations * SECONDS_PER_OBSERVATION, 32_768 + 16 * observations);
    }
}
