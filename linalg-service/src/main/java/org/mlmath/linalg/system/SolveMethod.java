package org.mlmath.linalg.system;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a system is solved. */
public enum SolveMethod {
    @JsonProperty("auto")
    AUTO("auto"),
    @JsonProperty("lu")
    LU("lu"),
    @JsonProperty("cholesky")
    CHOLESKY("cholesky"),
    @JsonProperty("qr")
    QR("qr"),
    @JsonProperty("svd")
    SVD("svd"),
    @JsonProperty("conjugate-gradient")
    CONJUGATE_GRADIENT("conjugate-gradient");

    private final String wireName;

    SolveMethod(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    boolean needsSymmetry() {
        return this == CHOLESKY || this == CONJUGATE_GRADIENT;
    }
}
