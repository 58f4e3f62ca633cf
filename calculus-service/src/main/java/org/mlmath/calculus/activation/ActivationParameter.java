package org.mlmath.calculus.activation;

import java.util.function.Function;

/** What a request may say about an activation besides its inputs. */
enum ActivationParameter {
    NEGATIVE_SLOPE(
            ActivationName.LEAKY_RELU,
            "negativeSlope",
            "s",
            "slope of the negative side",
            0.01,
            ActivationRequest::negativeSlope),
    ALPHA(
            ActivationName.ELU,
            "alpha",
            "\\alpha",
            "minus the limit for large negative inputs",
            1.0,
            ActivationRequest::alpha),
    APPROXIMATE(
            ActivationName.GELU,
            "approximate",
            "",
            "none, or tanh for z/2 (1 + tanh(√(2/π) (z + 0.044715 z³)))",
            "none",
            ActivationRequest::approximate);

    private final ActivationName of;
    private final String field;
    private final String symbol;
    private final String meaning;
    private final Object standard;
    private final Function<ActivationRequest, Object> given;

    ActivationParameter(
            ActivationName of,
            String field,
            String symbol,
            String meaning,
            Object standard,
            Function<ActivationRequest, Object> given) {
        this.of = of;
        this.field = field;
        this.symbol = symbol;
        this.meaning = meaning;
        this.standard = standard;
        this.given = given;
    }

    /** @return the activation that takes it */
    ActivationName of() {
        return of;
    }

    String field() {
        return field;
    }

    /** @return as in the formulas, LaTeX */
    String symbol() {
        return symbol;
    }

    String meaning() {
        return meaning;
    }

    /** @return its value when not given */
    Object standard() {
        return standard;
    }

    boolean in(ActivationRequest request) {
        return given.apply(request) != null;
    }
}
