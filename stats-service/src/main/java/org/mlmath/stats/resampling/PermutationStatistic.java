package org.mlmath.stats.resampling;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is compared between the arrangements of the data. */
public enum PermutationStatistic {
    @JsonProperty("difference-of-means")
    DIFFERENCE_OF_MEANS("the mean of a minus the mean of b", "mean", false),
    @JsonProperty("difference-of-medians")
    DIFFERENCE_OF_MEDIANS("the median of a minus the median of b", "median", false),
    @JsonProperty("ratio-of-means")
    RATIO_OF_MEANS("the logarithm of the mean of a over the mean of b", "mean", false),
    @JsonProperty("ratio-of-variances")
    RATIO_OF_VARIANCES("the logarithm of the variance of a over that of b", "variance", false),
    @JsonProperty("welch-t")
    WELCH_T("Welch's t of a and b", "mean", false),
    @JsonProperty("correlation")
    CORRELATION("the correlation of a and b", "", true),
    @JsonProperty("spearman-correlation")
    SPEARMAN_CORRELATION("Spearman's correlation of a and b", "", true);

    private final String words;
    private final String compared;
    private final boolean association;

    PermutationStatistic(String words, String compared, boolean association) {
        this.words = words;
        this.compared = compared;
        this.association = association;
    }

    String words() {
        return words;
    }

    /** What differs under the alternative: the mean, say. */
    String compared() {
        return compared;
    }

    /** Whether the data may be taken from their mean first, to keep the digits of sums. */
    boolean centred() {
        return switch (this) {
            case DIFFERENCE_OF_MEANS, RATIO_OF_VARIANCES, WELCH_T -> true;
            default -> false;
        };
    }

    /** Whether it is of how a and b go together, so that it is their pairing which is permuted. */
    boolean association() {
        return association;
    }
}
