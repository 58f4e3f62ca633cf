package org.mlmath.stats.classification;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Label;

@Schema(description = "Weights of classes, and observations made equally frequent when asked for")
public record ImbalanceResult(
        @Schema(description = "The classes, ascending") List<Label> labels,
        @Schema(description = "Observations of each class") int[] counts,

        @Schema(description = "Weight of an observation of each class: n / (classes · count)", examples = "[0.75, 1.5]")
        double[] weights,

        @Schema(description = "How much more frequent the most frequent class is than the rarest")
        double imbalanceRatio,

        @Schema(description = "The observations made equally frequent, when asked for", nullable = true)
        ResampledObservations resampled,

        @Schema(description = "The seed that gives these random choices again", nullable = true)
        Long seed,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the classes")
        List<Warning> warnings) {}
