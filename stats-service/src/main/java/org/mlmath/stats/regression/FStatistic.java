package org.mlmath.stats.regression;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.hypothesis.DegreesOfFreedom;

@Schema(description = "The test that all coefficients but the intercept are 0")
public record FStatistic(
        @Schema(description = "F; Infinity for an exact fit")
        double value,

        @Schema(description = "Degrees of freedom above and below the line")
        DegreesOfFreedom degreesOfFreedom,

        @Schema(description = "Probability, were all of them 0, of an F at least as large")
        double pValue) {}
