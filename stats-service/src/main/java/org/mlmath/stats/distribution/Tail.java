package org.mlmath.stats.distribution;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which side of the point a probability is on. */
enum Tail {
    @JsonProperty("lower")
    LOWER,
    @JsonProperty("upper")
    UPPER
}
