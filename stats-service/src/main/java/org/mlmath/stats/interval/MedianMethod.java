package org.mlmath.stats.interval;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an interval of a median is found. */
enum MedianMethod {
    @JsonProperty("exact")
    EXACT,
    @JsonProperty("interpolated")
    INTERPOLATED
}
