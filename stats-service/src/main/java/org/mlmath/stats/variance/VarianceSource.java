package org.mlmath.stats.variance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A row of a table of analysis of variance")
public record VarianceSource(
        @Schema(description = "Where the variation comes from", examples = "groups")
        String source,

        @Schema(description = "Sum of squares; null where it overflows")
        double sumOfSquares,

        @Schema(description = "Degrees of freedom") double degreesOfFreedom,

        @Schema(description = "Sum of squares over degrees of freedom; not of the total", nullable = true)
        Double meanSquare,

        @Schema(description = "F: the mean square over that of the residuals", nullable = true)
        Double statistic,

        @Schema(description = "Probability, were there no such effect, of an F at least as large", nullable = true)
        Double pValue) {}
