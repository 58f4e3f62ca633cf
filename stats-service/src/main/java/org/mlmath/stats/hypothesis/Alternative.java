package org.mlmath.stats.hypothesis;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is held against the null hypothesis: the parameter differs from its null value, lies below it, or above it. */
public enum Alternative {
    @JsonProperty("two-sided")
    TWO_SIDED("differs from", "\\ne"),
    @JsonProperty("less")
    LESS("is less than", "<"),
    @JsonProperty("greater")
    GREATER("is greater than", ">");

    private final String words;
    private final String latex;

    Alternative(String words, String latex) {
        this.words = words;
        this.latex = latex;
    }

    public String words() {
        return words;
    }

    public String latex() {
        return latex;
    }
}
