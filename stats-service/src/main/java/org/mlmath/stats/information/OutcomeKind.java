package org.mlmath.stats.information;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the numbers of a request are. */
public enum OutcomeKind {
    /** Counts where they are whole numbers that add up to more than 1, else probabilities; names are samples. */
    @JsonProperty("auto")
    AUTO,
    /** Probabilities of outcomes, which add up to 1. */
    @JsonProperty("probabilities")
    PROBABILITIES,
    /** How often each outcome was observed. */
    @JsonProperty("counts")
    COUNTS,
    /** The outcomes themselves, one after the other. */
    @JsonProperty("samples")
    SAMPLES;

    /** What these numbers are taken for. */
    OutcomeKind of(double[] numbers) {
        if (this != AUTO) {
            return this;
        }
        double sum = 0;
        boolean whole = true;
        for (double number : numbers) {
            whole &= number == Math.rint(number);
            sum += number;
        }
        return whole && sum > 1 ? COUNTS : PROBABILITIES;
    }
}
