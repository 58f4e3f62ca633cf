package org.mlmath.stats.regression;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A linear model fitted with a penalty on its coefficients")
public record RidgeRegressionResult(
        @Schema(description = "The coefficients, the intercept first")
        List<RegressionCoefficient> coefficients,

        @Schema(description = "The penalty that was used") double alpha,

        @Schema(
                description =
                        "Trace of the hat matrix: what the coefficients are worth together, the intercept's 1 included")
        double effectiveDegreesOfFreedom,

        @Schema(description = "Part of the target's variation that the model explains", nullable = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Double rSquared,

        @Schema(
                description = "√(RSS / (n − effective degrees of freedom)); null where that leaves nothing",
                nullable = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Double residualStandardError,

        @Schema(description = "Observations that were used") int observations,

        @Schema(description = "Sum of the squared (weighted) residuals")
        double residualSumOfSquares,

        @Schema(description = "Logarithm of the normal likelihood with the variance RSS/n")
        double logLikelihood,

        @Schema(description = "Akaike's information criterion with the effective degrees of freedom")
        double aic,

        @Schema(description = "The Bayesian information criterion with them")
        double bic,

        @Schema(description = "Generalised cross-validation: mean squared residual over (1 − edf/n)²", nullable = true)
        Double generalizedCrossValidation,

        @Schema(description = "Mean squared error of each observation predicted without it, exactly", nullable = true)
        Double leaveOneOutError,

        @Schema(description = "The model at the points asked for", nullable = true)
        List<RegressionPrediction> predictions,

        @Schema(description = "What the model takes for granted, and what the residuals say about it")
        List<ModelCheck> modelChecks,

        @Schema(description = "How right the numbers are") RegressionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
