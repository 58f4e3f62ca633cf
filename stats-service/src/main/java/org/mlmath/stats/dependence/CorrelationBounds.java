package org.mlmath.stats.dependence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Ends of the confidence intervals, placed as in the matrix of the coefficients")
public record CorrelationBounds(
        @Schema(description = "Lower ends") Matrix lower,
        @Schema(description = "Upper ends") Matrix upper) {}
