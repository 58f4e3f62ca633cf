package org.mlmath.stats.dependence;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How Kendall's tau allows for ties. */
public enum KendallVariant {
    /** (C − D) / √((P − Tₐ)(P − T_b)): ±1 only for tables that are square. */
    @JsonProperty("b")
    B,
    /** 2k(C − D) / (n²(k − 1)), k the smaller number of distinct values. */
    @JsonProperty("c")
    C
}
