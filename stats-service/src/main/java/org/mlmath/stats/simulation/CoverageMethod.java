package org.mlmath.stats.simulation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The interval whose coverage is looked at. */
public enum CoverageMethod {
    /** x̄ ± t·s/√n, of the mean. */
    @JsonProperty("t")
    STUDENT_T,
    /** x̄ ± z·s/√n, of the mean: as if s were σ. */
    @JsonProperty("z")
    NORMAL,
    /** Of the share of ones, for the Bernoulli distribution. */
    @JsonProperty("wald")
    WALD,
    @JsonProperty("wilson")
    WILSON,
    @JsonProperty("agresti-coull")
    AGRESTI_COULL,
    @JsonProperty("clopper-pearson")
    CLOPPER_PEARSON,
    @JsonProperty("jeffreys")
    JEFFREYS;

    boolean ofProportion() {
        return this != STUDENT_T && this != NORMAL;
    }
}
