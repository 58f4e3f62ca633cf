package org.mlmath.calculus.loss;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the losses become one number; the mean is over all of them, 1/m, and half-mean is 1/2m")
public enum Reduction {
    @JsonProperty("mean")
    MEAN,
    @JsonProperty("sum")
    SUM,
    @JsonProperty("none")
    NONE,
    @JsonProperty("half-mean")
    HALF_MEAN;

    /** @return what the sum of so many losses is multiplied by */
    public double factor(int losses) {
        return switch (this) {
            case MEAN -> 1.0 / losses;
            case HALF_MEAN -> 0.5 / losses;
            case SUM, NONE -> 1;
        };
    }
}
