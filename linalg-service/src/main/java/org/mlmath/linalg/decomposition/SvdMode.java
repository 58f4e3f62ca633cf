package org.mlmath.linalg.decomposition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which singular vectors are wanted. */
public enum SvdMode {
    @JsonProperty("thin")
    THIN,
    @JsonProperty("full")
    FULL,
    @JsonProperty("values")
    VALUES
}
