package org.mlmath.stats.regression;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a logistic model's coefficients are tested against 0 and given intervals. */
enum CoefficientInference {
    @JsonProperty("wald")
    WALD("z = estimate / standard error, from the normal distribution"),
    @JsonProperty("likelihood-ratio")
    LIKELIHOOD_RATIO(
            "signed root of twice the log-likelihood lost without the coefficient; intervals from the profile likelihood");

    private final String words;

    CoefficientInference(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
