package org.mlmath.linalg.system;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the numbers are. */
public enum Arithmetic {
    @JsonProperty("float")
    FLOAT,
    @JsonProperty("exact")
    EXACT
}
