package org.mlmath.calculus.critical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a critical point is: local minimum, local maximum, or neither. */
public enum PointKind {
    @JsonProperty("minimum")
    MINIMUM("a local minimum"),
    @JsonProperty("maximum")
    MAXIMUM("a local maximum"),
    /** Neither; of one variable a point of inflection with a horizontal tangent. */
    @JsonProperty("saddle")
    SADDLE("a saddle"),
    @JsonProperty("undecided")
    UNDECIDED("not decided by its derivatives");

    private final String words;

    PointKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
