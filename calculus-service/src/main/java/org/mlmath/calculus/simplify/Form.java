package org.mlmath.calculus.simplify;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an expression is to be turned into. */
public enum Form {
    @JsonProperty("simplify")
    SIMPLIFY,
    @JsonProperty("expand")
    EXPAND,
    @JsonProperty("factor")
    FACTOR,
    @JsonProperty("partial-fractions")
    PARTIAL_FRACTIONS
}
