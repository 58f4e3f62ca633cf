package org.mlmath.linalg.elimination;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the numbers of an elimination are. */
public enum EchelonArithmetic {
    /** Fractions where the matrix is small enough, else floating point. */
    @JsonProperty("auto")
    AUTO,
    @JsonProperty("float")
    FLOAT,
    @JsonProperty("exact")
    EXACT
}
