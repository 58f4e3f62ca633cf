package org.mlmath.linalg.matrix.measure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In which norm a condition number is meant. */
public enum ConditionNorm {
    @JsonProperty("2")
    TWO(NormKind.TWO),
    @JsonProperty("1")
    ONE(NormKind.ONE),
    @JsonProperty("inf")
    INFINITY(NormKind.INFINITY),
    @JsonProperty("frobenius")
    FROBENIUS(NormKind.FROBENIUS);

    private final NormKind kind;

    ConditionNorm(NormKind kind) {
        this.kind = kind;
    }

    NormKind kind() {
        return kind;
    }
}
