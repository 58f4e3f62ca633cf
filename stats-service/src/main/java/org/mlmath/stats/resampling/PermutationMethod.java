package org.mlmath.stats.resampling;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Over which arrangements of the data a permutation test runs. */
public enum PermutationMethod {
    /** All, where there are few enough. */
    @JsonProperty("auto")
    AUTO,
    /** All. */
    @JsonProperty("exact")
    EXACT,
    /** Some, drawn at random. */
    @JsonProperty("monte-carlo")
    MONTE_CARLO
}
