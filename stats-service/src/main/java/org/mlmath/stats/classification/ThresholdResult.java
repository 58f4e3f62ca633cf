package org.mlmath.stats.classification;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Label;

@Schema(description = "The threshold at which decisions cost least")
public record ThresholdResult(
        @Schema(description = "Scores at or above it should count as positive; Infinity where none should")
        double threshold,

        @Schema(description = "What the decisions cost per observation, there")
        double cost,

        @Schema(description = "What a threshold does, there")
        ThresholdPoint best,

        @Schema(
                description =
                        "Were the scores probabilities: from which on it pays to say positive; null where costs make no threshold",
                nullable = true)
        Double probabilityThreshold,

        @Schema(description = "Each different score as threshold, falling")
        List<ThresholdPoint> points,

        @Schema(description = "The positive class") Label positive,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the threshold")
        List<Warning> warnings) {}
