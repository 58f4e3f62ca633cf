package org.mlmath.stats.variance;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Beside what an effect of a factor is measured. */
enum SumsOfSquares {
    /** Beside those before it: A, then B, then both. */
    @JsonProperty("type-1")
    TYPE_1,
    /** Beside the other factor. */
    @JsonProperty("type-2")
    TYPE_2,
    /** Beside all others, with effects that add up to 0. */
    @JsonProperty("type-3")
    TYPE_3
}
