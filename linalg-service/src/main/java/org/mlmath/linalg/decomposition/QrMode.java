package org.mlmath.linalg.decomposition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of Q is wanted. */
public enum QrMode {
    @JsonProperty("thin")
    THIN,
    @JsonProperty("full")
    FULL
}
