package org.mlmath.stats.regression;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How right the estimates are as numbers")
public record RegressionDiagnostics(
        @Schema(description = "Largest cosine between the residuals and a column, 0 for exact least squares")
        double orthogonality,

        @Schema(description = "Condition number of the columns, each brought to length 1")
        double conditionEstimate,

        @Schema(description = "Digits of the data that cancel in the estimates: log10 of the condition number")
        double digitsLost,

        @Schema(description = "Number of coefficients that the data determine")
        int rank) {}
