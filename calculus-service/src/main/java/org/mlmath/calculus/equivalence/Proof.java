package org.mlmath.calculus.equivalence;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a verdict rests on. */
public enum Proof {
    @JsonProperty("canonical-form")
    CANONICAL_FORM,
    @JsonProperty("algebra")
    ALGEBRA,
    @JsonProperty("counterexample")
    COUNTEREXAMPLE,
    @JsonProperty("sampling")
    SAMPLING
}
