package org.mlmath.stats.classification;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is done about classes of different frequency. */
public enum BalancingMethod {
    /** Weights only. */
    @JsonProperty("weights")
    WEIGHTS,
    /** Observations of rarer classes are repeated, drawn at random, until all classes are as frequent as the most frequent. */
    @JsonProperty("random-over")
    RANDOM_OVER,
    /** Observations of more frequent classes are left out at random until all are as rare as the rarest. */
    @JsonProperty("random-under")
    RANDOM_UNDER,
    /** New observations of rarer classes between neighbours (N. Chawla et al., J. Artif. Intell. Res. 16 (2002), 321-357). */
    @JsonProperty("smote")
    SMOTE
}
