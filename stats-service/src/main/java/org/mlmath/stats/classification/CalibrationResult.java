package org.mlmath.stats.classification;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Label;

@Schema(description = "How far predicted probabilities can be taken at their word")
public record CalibrationResult(
        @Schema(description = "The calibration curve: the bins that are not empty, ascending")
        List<CalibrationBin> bins,

        @Schema(description = "Mean squared distance of probability and outcome, 0 at best")
        double brierScore,

        @Schema(description = "1 - brierScore / that of always predicting the share of positives")
        double brierSkillScore,

        @Schema(
                description =
                        "Murphy's decomposition by the different probabilities: reliability - resolution + uncertainty")
        BrierDecomposition decomposition,

        @Schema(description = "Mean of -ln of the probability given to what happened; Infinity where that was 0")
        double logLoss,

        @Schema(description = "Mean distance of probability and rate, over the bins by their observations")
        double expectedCalibrationError,

        @Schema(description = "The largest such distance") double maximumCalibrationError,
        @Schema(description = "The positive class") Label positive,
        @Schema(description = "Number of observations") int count,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the calibration")
        List<Warning> warnings) {}
