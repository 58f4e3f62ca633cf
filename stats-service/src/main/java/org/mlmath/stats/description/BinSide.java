package org.mlmath.stats.description;

import com.fasterxml.jackson.annotation.JsonProperty;

/** To which of two bins an observation on their common edge belongs. */
public enum BinSide {
    /** Bins [a, b), the last one [a, b]: NumPy's. */
    @JsonProperty("left")
    LEFT,
    /** Bins (a, b], the first one [a, b]: R's. */
    @JsonProperty("right")
    RIGHT
}
