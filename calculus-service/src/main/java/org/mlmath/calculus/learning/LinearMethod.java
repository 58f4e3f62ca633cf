package org.mlmath.calculus.learning;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a linear model is learnt. */
enum LinearMethod {
    @JsonProperty("gradient-descent")
    GRADIENT_DESCENT,
    @JsonProperty("normal-equations")
    NORMAL_EQUATIONS,
    @JsonProperty("qr")
    QR,
    @JsonProperty("coordinate-descent")
    COORDINATE_DESCENT
}
