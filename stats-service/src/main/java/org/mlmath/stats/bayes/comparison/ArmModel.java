package org.mlmath.stats.bayes.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the observations are taken to be. */
enum ArmModel {
    @JsonProperty("auto")
    AUTO,
    @JsonProperty("proportion")
    PROPORTION,
    @JsonProperty("normal")
    NORMAL
}
