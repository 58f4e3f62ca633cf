package org.mlmath.calculus.derivative;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What decided the signs of eigenvalues. */
public enum SignDecision {
    /** Rational arithmetic, so that what is zero is known to be. */
    @JsonProperty("exact")
    EXACT,
    /** Their size: what rounding may have made of zero counts as zero. */
    @JsonProperty("tolerance")
    TOLERANCE
}
