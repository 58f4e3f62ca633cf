package org.mlmath.stats.dependence;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which coefficient says how two variables go together. */
public enum CorrelationMethod {
    /** r, of the values. */
    @JsonProperty("pearson")
    PEARSON,
    /** ρ, Pearson's of the ranks. */
    @JsonProperty("spearman")
    SPEARMAN,
    /** τ_b, of the pairs that are ordered alike. */
    @JsonProperty("kendall")
    KENDALL
}
