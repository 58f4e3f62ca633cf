package org.mlmath.stats.dependence;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Correlations of variables")
public record CorrelationResult(
        @Schema(description = "The coefficient of every two variables, from -1 to 1; null where one does not vary")
        Matrix matrix,

        @Schema(description = "Of x and y: their coefficient", nullable = true)
        Double value,

        @Schema(description = "The variables in the order of the matrix", examples = "[\"x1\", \"x2\"]")
        List<String> names,

        @Schema(
                description = "Approximate confidence intervals of the coefficients; null with too few observations",
                nullable = true)
        CorrelationBounds confidenceIntervals,

        @Schema(description = "Number of observations") int count,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the coefficients")
        List<Warning> warnings) {}
