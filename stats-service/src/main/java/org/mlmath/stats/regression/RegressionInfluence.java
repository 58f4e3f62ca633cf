package org.mlmath.stats.regression;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What each observation is in the model, in the order given, without those left out")
public record RegressionInfluence(
        @Schema(description = "The model's value at each observation")
        double[] fitted,

        @Schema(description = "Target minus fitted value") double[] residuals,

        @Schema(
                description =
                        "Residuals over their own estimated standard deviation (internally studentized); null where leverage is 1")
        double[] standardizedResiduals,

        @Schema(description = "The same with the variance estimated without the observation (externally studentized)")
        double[] studentizedResiduals,

        @Schema(description = "How much the fitted value moves with its observation: the hat matrix's diagonal")
        double[] leverage,

        @Schema(description = "Cook's distance: how far all fitted values move without the observation")
        double[] cooksDistance) {}
