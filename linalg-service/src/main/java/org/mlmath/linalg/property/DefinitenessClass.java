package org.mlmath.linalg.property;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.mlmath.numerics.exact.Inertia;

/** The signs that xᵀAx takes for x ≠ 0. */
public enum DefinitenessClass {
    @JsonProperty("positive-definite")
    POSITIVE_DEFINITE,
    @JsonProperty("positive-semidefinite")
    POSITIVE_SEMIDEFINITE,
    @JsonProperty("negative-definite")
    NEGATIVE_DEFINITE,
    @JsonProperty("negative-semidefinite")
    NEGATIVE_SEMIDEFINITE,
    @JsonProperty("indefinite")
    INDEFINITE;

    /** A matrix of zeros counts as positive semidefinite, which it is as well as negative semidefinite. */
    static DefinitenessClass of(Inertia inertia) {
        if (inertia.positive() > 0 && inertia.negative() > 0) {
            return INDEFINITE;
        }
        if (inertia.negative() > 0) {
            return inertia.zero() > 0 ? NEGATIVE_SEMIDEFINITE : NEGATIVE_DEFINITE;
        }
        return inertia.zero() > 0 ? POSITIVE_SEMIDEFINITE : POSITIVE_DEFINITE;
    }
}
