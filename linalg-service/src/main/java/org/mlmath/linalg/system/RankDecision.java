package org.mlmath.linalg.system;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What decided the ranks. */
public enum RankDecision {
    @JsonProperty("exact")
    EXACT,
    @JsonProperty("tolerance")
    TOLERANCE
}
