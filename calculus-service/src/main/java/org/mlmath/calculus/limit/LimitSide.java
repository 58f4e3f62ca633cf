package org.mlmath.calculus.limit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** From which side the point is approached. */
public enum LimitSide {
    @JsonProperty("both")
    BOTH,
    /** From below. */
    @JsonProperty("left")
    LEFT,
    /** From above. */
    @JsonProperty("right")
    RIGHT
}
