package org.mlmath.calculus.program;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What there is to be said of a program. */
public enum ProgramStatus {
    @JsonProperty("optimal")
    OPTIMAL,
    @JsonProperty("infeasible")
    INFEASIBLE,
    @JsonProperty("unbounded")
    UNBOUNDED
}
