package org.mlmath.stats.classification;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Label;

@Schema(description = "The receiver operating characteristic of a score")
public record RocResult(
        @Schema(description = "The curve from (0, 0) to (1, 1), a point per different score")
        List<RocPoint> points,

        @Schema(
                description =
                        "Area under the curve: the probability that a positive scores above a negative, ties half")
        double auc,

        @Schema(description = "Standard error of the area, by DeLong, DeLong and Clarke-Pearson", nullable = true)
        Double standardError,

        @Schema(description = "Confidence interval of the area, cut at 0 and 1", nullable = true)
        Interval confidenceInterval,

        @Schema(description = "Where recall + specificity is largest: Youden's threshold")
        RocPoint best,

        @Schema(description = "The positive class") Label positive,

        @Schema(description = "Number of observations of the positive class")
        int positives,

        @Schema(description = "Number of the others") int negatives,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the curve")
        List<Warning> warnings) {}
