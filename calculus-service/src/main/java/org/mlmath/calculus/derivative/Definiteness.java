package org.mlmath.calculus.derivative;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.mlmath.numerics.exact.Inertia;

/** The signs that xᵀHx takes for x ≠ 0. */
public enum Definiteness {
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
    static Definiteness of(Inertia inertia) {
        if (inertia.positive() > 0 && inertia.negative() > 0) {
            return INDEFINITE;
        }
        if (inertia.negative() > 0) {
            return inertia.zero() > 0 ? NEGATIVE_SEMIDEFINITE : NEGATIVE_DEFINITE;
        }
        return inertia.zero() > 0 ? POSITIVE_SEMIDEFINITE : POSITIVE_DEFINITE;
    }

    /** @return in words, {@code "positive definite"} */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
