package org.mlmath.stats.distribution;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.GapsByDesign;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.Quantity;

@GapsByDesign
@Schema(description = "What summarizes a distribution; null where undefined, infinite where the integral is")
public record DistributionMomentsResult(
        @Schema(description = "Name of the family", examples = "student-t")
        String distribution,

        @Schema(description = "Parameters by name, with defaults filled in")
        Map<String, Quantity> parameters,

        @Schema(description = "Expected value") Quantity mean,

        @Schema(description = "Expected squared distance from the mean")
        Quantity variance,

        @Schema(description = "Square root of the variance") Quantity standardDeviation,

        @Schema(description = "Third central moment over the cubed standard deviation")
        double skewness,

        @Schema(description = "Fourth central moment over the squared variance, minus 3")
        double excessKurtosis,

        @Schema(description = "Differential (discrete: Shannon) entropy in nats")
        double entropy,

        @Schema(description = "The smallest x with P(X ≤ x) ≥ 1/2")
        double median,

        @Schema(description = "Where the density or probability is largest")
        Quantity mode,

        @Schema(description = "Of a distribution of vectors: its covariance matrix", nullable = true)
        Matrix covariance,

        @Schema(description = "How right the values are") DistributionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the values")
        List<Warning> warnings) {}
