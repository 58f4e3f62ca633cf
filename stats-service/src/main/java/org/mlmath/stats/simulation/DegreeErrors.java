package org.mlmath.stats.simulation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How wrong polynomials of one degree are, averaged over the region")
public record DegreeErrors(
        @Schema(description = "The degree") int degree,

        @Schema(description = "Squared distance of the mean prediction from the true function")
        double biasSquared,

        @Schema(description = "Variance of the predictions") double variance,

        @Schema(description = "Variance of the noise, which no model escapes")
        double noise,

        @Schema(description = "biasSquared + variance + noise: expected squared error on new observations")
        double expectedError,

        @Schema(description = "Mean squared error on the observations the model was fitted to")
        double trainingError,

        @Schema(description = "biasSquared in theory, without simulation")
        double exactBiasSquared,

        @Schema(description = "variance in theory, without simulation")
        double exactVariance,

        @Schema(description = "Mean prediction at each point of the grid")
        double[] meanPrediction,

        @Schema(description = "Standard deviation of the predictions at each point of the grid")
        double[] predictionDeviation) {}
