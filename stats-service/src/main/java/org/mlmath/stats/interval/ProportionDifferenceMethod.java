package org.mlmath.stats.interval;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an interval of the difference of two probabilities is found. */
enum ProportionDifferenceMethod {
    @JsonProperty("newcombe")
    NEWCOMBE,
    @JsonProperty("agresti-caffo")
    AGRESTI_CAFFO,
    @JsonProperty("wald")
    WALD
}
