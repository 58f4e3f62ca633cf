package org.mlmath.stats.resampling;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is computed from each resample. */
public enum BootstrapStatistic {
    @JsonProperty("mean")
    MEAN(Needs.ONE, true, "the mean"),
    @JsonProperty("median")
    MEDIAN(Needs.ONE, false, "the median"),
    @JsonProperty("standard-deviation")
    STANDARD_DEVIATION(Needs.ONE, true, "the standard deviation"),
    @JsonProperty("variance")
    VARIANCE(Needs.ONE, true, "the variance"),
    @JsonProperty("trimmed-mean")
    TRIMMED_MEAN(Needs.ONE, true, "the trimmed mean"),
    @JsonProperty("quantile")
    QUANTILE(Needs.ONE, false, "the quantile"),
    @JsonProperty("interquartile-range")
    INTERQUARTILE_RANGE(Needs.ONE, false, "the interquartile range"),
    @JsonProperty("median-absolute-deviation")
    MEDIAN_ABSOLUTE_DEVIATION(Needs.ONE, false, "the median absolute deviation"),
    @JsonProperty("coefficient-of-variation")
    COEFFICIENT_OF_VARIATION(Needs.ONE, false, "the coefficient of variation"),
    @JsonProperty("skewness")
    SKEWNESS(Needs.ONE, true, "the skewness"),
    @JsonProperty("excess-kurtosis")
    EXCESS_KURTOSIS(Needs.ONE, true, "the excess kurtosis"),
    @JsonProperty("correlation")
    CORRELATION(Needs.PAIRS, true, "the correlation"),
    @JsonProperty("spearman-correlation")
    SPEARMAN_CORRELATION(Needs.PAIRS, false, "Spearman's correlation"),
    @JsonProperty("difference-of-means")
    DIFFERENCE_OF_MEANS(Needs.TWO, true, "the mean of a minus the mean of b"),
    @JsonProperty("difference-of-medians")
    DIFFERENCE_OF_MEDIANS(Needs.TWO, false, "the median of a minus the median of b"),
    @JsonProperty("ratio-of-means")
    RATIO_OF_MEANS(Needs.TWO, false, "the mean of a over the mean of b"),
    @JsonProperty("ratio-of-variances")
    RATIO_OF_VARIANCES(Needs.TWO, true, "the variance of a over the variance of b"),
    @JsonProperty("cohens-d")
    COHENS_D(Needs.TWO, false, "Cohen's d of a against b");

    /** Which samples it is computed from. */
    enum Needs {
        ONE,
        TWO,
        PAIRS
    }

    private final Needs needs;
    private final boolean centred;
    private final String words;

    BootstrapStatistic(Needs needs, boolean centred, String words) {
        this.needs = needs;
        this.centred = centred;
        this.words = words;
    }

    Needs needs() {
        return needs;
    }

    /** Whether the samples may be centred first, each at its mean, to keep the digits of sums. */
    boolean centred() {
        return centred;
    }

    String words() {
        return words;
    }
}
