package org.mlmath.stats.resampling;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an interval is read from the bootstrap distribution. */
public enum BootstrapMethod {
    /** Between its quantiles. */
    @JsonProperty("percentile")
    PERCENTILE,
    /** The percentile interval mirrored at the estimate. */
    @JsonProperty("basic")
    BASIC,
    /** Percentiles corrected for bias and for a standard error that changes with the parameter. */
    @JsonProperty("bca")
    BCA,
    /** By the distribution of the estimate in units of its standard error. */
    @JsonProperty("studentized")
    STUDENTIZED
}
