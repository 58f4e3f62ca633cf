package org.mlmath.stats.interval;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an interval of a probability is found. */
enum ProportionMethod {
    @JsonProperty("wilson")
    WILSON,
    @JsonProperty("clopper-pearson")
    CLOPPER_PEARSON,
    @JsonProperty("wald")
    WALD,
    @JsonProperty("agresti-coull")
    AGRESTI_COULL,
    @JsonProperty("jeffreys")
    JEFFREYS
}
