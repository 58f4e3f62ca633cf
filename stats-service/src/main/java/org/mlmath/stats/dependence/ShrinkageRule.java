package org.mlmath.stats.dependence;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a covariance matrix is drawn towards a multiple of the identity. */
public enum ShrinkageRule {
    @JsonProperty("none")
    NONE,
    /** By the estimate of Ledoit and Wolf (2004). */
    @JsonProperty("ledoit-wolf")
    LEDOIT_WOLF,
    /** By the oracle approximation of Chen, Wiesel, Eldar and Hero (2010). */
    @JsonProperty("oas")
    ORACLE_APPROXIMATING
}
