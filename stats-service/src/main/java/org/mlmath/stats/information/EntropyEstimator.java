package org.mlmath.stats.information;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an entropy is estimated from counts. */
public enum EntropyEstimator {
    /** The entropy of the observed shares, on average too small. */
    @JsonProperty("plug-in")
    PLUG_IN,
    /** The same plus (outcomes − 1) / 2n (G. Miller, 1955). */
    @JsonProperty("miller-madow")
    MILLER_MADOW
}
