package org.mlmath.stats.variance;

import com.fasterxml.jackson.annotation.JsonProperty;

/** From what Levene's test takes the distances of a group. */
enum LeveneCenter {
    @JsonProperty("median")
    MEDIAN,
    @JsonProperty("mean")
    MEAN,
    /** Without the smallest and the largest twentieth, rounded down, as in SciPy. */
    @JsonProperty("trimmed-mean")
    TRIMMED_MEAN
}
