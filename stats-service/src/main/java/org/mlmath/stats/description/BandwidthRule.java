package org.mlmath.stats.description;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How wide the bumps of a density estimate are. */
public enum BandwidthRule {
    /** 0.9 min(s, IQR/1.34) n^(−1/5), from Silverman's book (3.31). */
    @JsonProperty("silverman")
    SILVERMAN,
    /** 1.06 min(s, IQR/1.34) n^(−1/5). */
    @JsonProperty("scott")
    SCOTT,
    /** The equation of Sheather and Jones (1991). */
    @JsonProperty("sheather-jones")
    SHEATHER_JONES
}
