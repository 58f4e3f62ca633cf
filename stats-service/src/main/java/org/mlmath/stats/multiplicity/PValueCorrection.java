package org.mlmath.stats.multiplicity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What of several tests is held to the level. */
enum PValueCorrection {
    @JsonProperty("bonferroni")
    BONFERRONI,
    @JsonProperty("holm")
    HOLM,
    @JsonProperty("hochberg")
    HOCHBERG,
    @JsonProperty("benjamini-hochberg")
    BENJAMINI_HOCHBERG,
    @JsonProperty("benjamini-yekutieli")
    BENJAMINI_YEKUTIELI
}
