package org.mlmath.stats.regression;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the maximum was found")
public record LogisticDiagnostics(
        @Schema(
                description =
                        "Euclidean norm of the score in an orthonormal basis of the columns, before the last step")
        double gradientNorm,

        @Schema(description = "Newton steps made") int iterations,

        @Schema(description = "Condition number of the columns, each brought to length 1")
        double conditionEstimate,

        @Schema(description = "Number of coefficients that the data determine")
        int rank) {}
