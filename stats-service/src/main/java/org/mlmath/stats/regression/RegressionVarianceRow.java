package org.mlmath.stats.regression;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "A row of the analysis of variance: what a column explains beyond those before it, or what is left")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RegressionVarianceRow(
        @Schema(description = "The column, or residual") String source,

        @Schema(description = "Sum of squares (sequential, type I)")
        double sumOfSquares,

        @Schema(description = "Degrees of freedom") int degreesOfFreedom,

        @Schema(description = "Sum of squares over degrees of freedom", nullable = true)
        Double meanSquare,

        @Schema(description = "F", nullable = true) Double statistic,

        @Schema(description = "Probability, did the column explain nothing, of an F at least as large", nullable = true)
        Double pValue) {}
