package org.mlmath.linalg.decomposition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** On which side of the orthogonal factor the positive one stands. */
public enum PolarSide {
    @JsonProperty("right")
    RIGHT,
    @JsonProperty("left")
    LEFT
}
