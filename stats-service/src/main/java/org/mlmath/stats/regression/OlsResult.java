package org.mlmath.stats.regression;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A linear model fitted by least squares")
public record OlsResult(
        @Schema(description = "The coefficients, the intercept first")
        List<RegressionCoefficient> coefficients,

        @Schema(
                description = "Part of the target's variation that the model explains; null where it has none",
                nullable = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Double rSquared,

        @Schema(description = "R² with each side divided by its degrees of freedom", nullable = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Double adjustedRSquared,

        @Schema(description = "The test of all coefficients but the intercept", nullable = true)
        FStatistic fStatistic,

        @Schema(
                description = "Estimated standard deviation of the errors; null where no degrees of freedom are left",
                nullable = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Double residualStandardError,

        @Schema(description = "Degrees of freedom of the residuals: observations minus rank")
        int degreesOfFreedom,

        @Schema(description = "Observations that were used") int observations,

        @Schema(description = "Sum of the squared (weighted) residuals")
        double residualSumOfSquares,

        @Schema(description = "Logarithm of the normal likelihood at its maximum; Infinity for an exact fit")
        double logLikelihood,

        @Schema(description = "The same of the model with the intercept alone, or with nothing")
        double nullLogLikelihood,

        @Schema(description = "Akaike's information criterion")
        double aic,

        @Schema(description = "The Bayesian information criterion")
        double bic,

        @Schema(description = "Estimated covariance of the coefficients; null where one is aliased", nullable = true)
        Matrix covariance,

        @Schema(
                description = "Variance inflation factors by feature: 1 / (1 − R²) of each on the others",
                nullable = true)
        Map<String, Double> varianceInflation,

        @Schema(description = "Analysis of variance: what each column explains beyond those before it, and the rest")
        List<RegressionVarianceRow> table,

        @Schema(description = "What the model takes for granted, and what the residuals say about it")
        List<ModelCheck> modelChecks,

        @Schema(description = "What each observation is in the model", nullable = true)
        RegressionInfluence influence,

        @Schema(description = "The model at the points asked for", nullable = true)
        List<RegressionPrediction> predictions,

        @Schema(description = "How right the numbers are") RegressionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
