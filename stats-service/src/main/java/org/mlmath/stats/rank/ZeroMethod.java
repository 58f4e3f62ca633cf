package org.mlmath.stats.rank;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a signed-rank test does with observations that equal the null value. */
public enum ZeroMethod {
    /** They are left out before the rest are ranked. */
    @JsonProperty("wilcox")
    WILCOX("observations equal to the null value are left out before ranking, as R does"),
    /** They are ranked with the rest and left out then. */
    @JsonProperty("pratt")
    PRATT("observations equal to the null value are ranked and then left out (Pratt)"),
    /** They are ranked with the rest, and half of their rank sum counts as positive. */
    @JsonProperty("zsplit")
    ZSPLIT("half the rank sum of observations equal to the null value counts as positive");

    private final String words;

    ZeroMethod(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
