package org.mlmath.calculus.root;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an iteration ended. */
public enum NewtonOutcome {
    @JsonProperty("converged")
    CONVERGED("converged", "the steps are no longer than the spacing of doubles, or the value is 0"),
    @JsonProperty("cycle")
    CYCLE("cycle", "the iterates repeat themselves"),
    @JsonProperty("flat-point")
    FLAT_POINT("flat-point", "the derivative is 0, so that the tangent has no root"),
    @JsonProperty("no-derivative")
    NO_DERIVATIVE("no-derivative", "the derivative does not exist at an iterate"),
    @JsonProperty("escape")
    ESCAPE("escape", "the iterates go to infinity"),
    @JsonProperty("left-domain")
    LEFT_DOMAIN("left-domain", "the expression is undefined at an iterate"),
    @JsonProperty("max-iterations")
    MAX_ITERATIONS("max-iterations", "as many steps were taken as allowed");

    private final String code;
    private final String meaning;

    NewtonOutcome(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    String code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
