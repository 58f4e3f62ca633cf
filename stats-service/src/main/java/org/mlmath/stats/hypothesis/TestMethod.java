package org.mlmath.stats.hypothesis;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a p-value is found where there is a choice. */
public enum TestMethod {
    @JsonProperty("auto")
    AUTO,
    @JsonProperty("exact")
    EXACT,
    @JsonProperty("asymptotic")
    ASYMPTOTIC
}
