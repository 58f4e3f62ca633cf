package org.mlmath.linalg.system;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many solutions a system has. */
public enum Classification {
    @JsonProperty("unique")
    UNIQUE,
    @JsonProperty("infinite")
    INFINITE,
    @JsonProperty("none")
    NONE;

    /** By the theorem of Rouché and Capelli. */
    static Classification of(int rank, int augmentedRank, int unknowns) {
        return augmentedRank > rank ? NONE : rank == unknowns ? UNIQUE : INFINITE;
    }
}
