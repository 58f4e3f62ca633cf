package org.mlmath.linalg.vector;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far apart two vectors are. */
public enum DistanceMetric {
    @JsonProperty("euclidean")
    EUCLIDEAN("√Σ(aᵢ − bᵢ)²"),
    @JsonProperty("manhattan")
    MANHATTAN("Σ|aᵢ − bᵢ|"),
    @JsonProperty("chebyshev")
    CHEBYSHEV("max|aᵢ − bᵢ|"),
    @JsonProperty("cosine")
    COSINE("1 − a·b / (‖a‖·‖b‖)"),
    @JsonProperty("minkowski")
    MINKOWSKI("(Σ|aᵢ − bᵢ|ᵖ)^(1/p)");

    private final String formula;

    DistanceMetric(String formula) {
        this.formula = formula;
    }

    String formula() {
        return formula;
    }
}
