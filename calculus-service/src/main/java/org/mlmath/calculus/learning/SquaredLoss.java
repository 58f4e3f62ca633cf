package org.mlmath.calculus.learning;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the squared error is divided by m or by 2m. */
enum SquaredLoss {
    @JsonProperty("mse")
    MSE(1),
    @JsonProperty("half-mse")
    HALF_MSE(0.5);

    private final double factor;

    SquaredLoss(double factor) {
        this.factor = factor;
    }

    /** Of the mean squared error. */
    double factor() {
        return factor;
    }
}
