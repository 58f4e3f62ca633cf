package org.mlmath.stats.distribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.mlmath.numerics.distribution.FitMethod;

/** How parameters are estimated. */
enum FittingMethod {
    @JsonProperty("mle")
    MAXIMUM_LIKELIHOOD(FitMethod.MAXIMUM_LIKELIHOOD, "from the observed information"),
    @JsonProperty("moments")
    MOMENTS(FitMethod.MOMENTS, "by the delta method, from the sample's own moments");

    private final FitMethod method;
    private final String standardErrors;

    FittingMethod(FitMethod method, String standardErrors) {
        this.method = method;
        this.standardErrors = standardErrors;
    }

    FitMethod method() {
        return method;
    }

    String standardErrors() {
        return standardErrors;
    }
}
