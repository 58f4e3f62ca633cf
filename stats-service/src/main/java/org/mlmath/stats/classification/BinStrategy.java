package org.mlmath.stats.classification;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How predicted probabilities are put into bins. */
public enum BinStrategy {
    /** Bins of equal width from 0 to 1. */
    @JsonProperty("uniform")
    UNIFORM,
    /** Bins with about as many observations each. */
    @JsonProperty("quantile")
    QUANTILE
}
