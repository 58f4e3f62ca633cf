package org.mlmath.stats.dependence;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Covariances of variables")
public record CovarianceResult(
        @Schema(description = "The covariance of every two variables, variances on the diagonal")
        Matrix matrix,

        @Schema(description = "Of x and y: their covariance", nullable = true)
        Double value,

        @Schema(description = "The variables in the order of the matrix", examples = "[\"x1\", \"x2\"]")
        List<String> names,

        @Schema(description = "Mean of each variable") double[] means,

        @Schema(description = "How far the matrix was drawn towards a multiple of the identity, from 0 to 1")
        double shrinkage,

        @Schema(description = "Number of observations") int count,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the covariances")
        List<Warning> warnings) {}
