package org.mlmath.stats.information;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the numbers of a request are. */
public enum OutcomeKind {
    /** Probabilities of outcomes, which add up to 1. */
    @JsonProperty("probabilities")
    PROBABILITIES,
    /** How often each outcome was observed. */
    @JsonProperty("counts")
    COUNTS,
    /** The outcomes themselves, one after the other. */
    @JsonProperty("samples")
    SAMPLES
}
