package org.mlmath.calculus.learning;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a logistic model is learnt. */
enum LogisticMethod {
    @JsonProperty("gradient-descent")
    GRADIENT_DESCENT,
    @JsonProperty("newton")
    NEWTON,
    @JsonProperty("coordinate-descent")
    COORDINATE_DESCENT
}
