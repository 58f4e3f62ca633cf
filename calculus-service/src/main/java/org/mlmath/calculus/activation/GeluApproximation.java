package org.mlmath.calculus.activation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How gelu is computed; the names are PyTorch's. */
public enum GeluApproximation {
    @JsonProperty("none")
    NONE,
    @JsonProperty("tanh")
    TANH
}
