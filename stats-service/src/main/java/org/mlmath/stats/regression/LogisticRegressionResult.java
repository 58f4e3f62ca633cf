package org.mlmath.stats.regression;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A logistic model fitted by maximum likelihood")
public record LogisticRegressionResult(
        @Schema(description = "The coefficients, the intercept first")
        List<RegressionCoefficient> coefficients,

        @Schema(description = "The coefficients of the features as factors of the odds")
        List<OddsRatio> oddsRatios,

        @Schema(description = "Whether the maximum was found; separated data have none")
        boolean converged,

        @Schema(description = "McFadden's R²: 1 − log-likelihood / null log-likelihood", nullable = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Double rSquared,

        @Schema(description = "The test of all coefficients but the intercept", nullable = true)
        LikelihoodRatio likelihoodRatio,

        @Schema(description = "Logarithm of the likelihood at the estimates")
        double logLikelihood,

        @Schema(description = "The same of the model with the intercept alone, or with nothing")
        double nullLogLikelihood,

        @Schema(description = "Twice what the log-likelihood lacks of one that fits every target")
        double deviance,

        @Schema(description = "The null model's deviance") double nullDeviance,

        @Schema(description = "Akaike's information criterion")
        double aic,

        @Schema(description = "The Bayesian information criterion")
        double bic,

        @Schema(description = "Observations that were used") int observations,
        @Schema(description = "Observations minus rank") int degreesOfFreedom,

        @Schema(description = "Estimated covariance of the coefficients; null where one is aliased", nullable = true)
        Matrix covariance,

        @Schema(description = "The estimated probability of each observation")
        double[] fitted,

        @Schema(description = "What the model takes for granted, and what the data say about it")
        List<ModelCheck> modelChecks,

        @Schema(description = "The model at the points asked for", nullable = true)
        List<LogisticPrediction> predictions,

        @Schema(description = "How the maximum was found") LogisticDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
