package org.mlmath.linalg.decomposition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which Schur form of a real matrix is meant. */
public enum SchurOutput {
    @JsonProperty("real")
    REAL,
    @JsonProperty("complex")
    COMPLEX
}
