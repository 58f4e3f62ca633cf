package org.mlmath.linalg.pca;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A fitted model: what transform and reconstruct take, and what to judge it by")
public record PcaFitResult(
        @Schema(
                description = "k×p: its rows are the components, of length 1, by falling variance",
                examples = "[[0.8, 0.6]]")
        Matrix components,

        @Schema(description = "Variance of the scores of each component, divisor n − 1", examples = "[1.8]")
        double[] explainedVariance,

        @Schema(description = "Share of each component in the variance of all", examples = "[0.9]")
        double[] explainedVarianceRatio,

        @Schema(description = "Share of the first component, of the first two, and so on", examples = "[0.9]")
        double[] cumulativeVarianceRatio,

        @Schema(
                description = "Singular values of the centred and scaled data, of the components kept",
                examples = "[2.3]")
        double[] singularValues,

        @Schema(
                description = "What is subtracted from each column: its mean, zeros without centring",
                examples = "[1, 2]")
        double[] mean,

        @Schema(
                description =
                        "What each column is divided by: its standard deviation, 1 where that is 0. Absent without scaling",
                examples = "[1, 2]",
                nullable = true)
        double[] scale,

        @Schema(
                description =
                        "p×k: the components as columns, times the standard deviations of their scores. With scaled data"
                                + " the correlations of variables and components",
                examples = "[[1.07], [0.8]]")
        Matrix loadings,

        @Schema(description = "n×k: a row per observation, when asked for", nullable = true)
        Matrix scores,

        @Schema(
                description =
                        "What is lost by keeping these components only: Frobenius norm of the centred and scaled data minus"
                                + " their reconstruction, relative to the data's; its square is 1 minus the share of variance kept",
                examples = "0.31")
        double reconstructionError,

        @Schema(description = "The same norm, not relative", examples = "0.77")
        double residualNorm,

        @Schema(description = "Variance of all components, kept or not", examples = "2")
        double totalVariance,

        @Schema(description = "How many components have a variance that is more than rounding", examples = "2")
        int rank,

        @Schema(description = "Whether scores are divided by their standard deviations")
        boolean whiten,

        @Schema(description = "The solver that was used") PcaSolver solver,

        @Schema(description = "The seed of the randomized solver", nullable = true)
        Long seed,

        @Schema(description = "How right the components are")
        PcaDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    PcaFitResult withSteps(List<Step> shown) {
        return new PcaFitResult(
                components,
                explainedVariance,
                explainedVarianceRatio,
                cumulativeVarianceRatio,
                singularValues,
                mean,
                scale,
                loadings,
                scores,
                reconstructionError,
                residualNorm,
                totalVariance,
                rank,
                whiten,
                solver,
                seed,
                diagnostics,
                conventions,
                warnings,
                shown);
    }
}
