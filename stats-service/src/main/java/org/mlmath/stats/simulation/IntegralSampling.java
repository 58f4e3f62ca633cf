package org.mlmath.stats.simulation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a Monte-Carlo integral evaluates its function. */
public enum IntegralSampling {
    /** At points drawn uniformly. */
    @JsonProperty("crude")
    CRUDE,
    /** At pairs of opposite points. */
    @JsonProperty("antithetic")
    ANTITHETIC,
    /** At points of Halton's sequence, shifted at random (R. Cranley and T. Patterson, SIAM J. Numer. Anal. 13 (1976), 904-914). */
    @JsonProperty("quasi-random")
    QUASI_RANDOM
}
