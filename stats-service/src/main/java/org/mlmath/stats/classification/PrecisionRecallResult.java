package org.mlmath.stats.classification;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Label;

@Schema(description = "Precision against recall of a score")
public record PrecisionRecallResult(
        @Schema(description = "The curve by falling threshold, a point per different score, recall rising from 0 to 1")
        List<PrecisionRecallPoint> points,

        @Schema(description = "Mean of the precisions, each weighted by the recall it adds")
        double averagePrecision,

        @Schema(description = "Precision of a score that knows nothing: the share of positives")
        double baseline,

        @Schema(description = "Where F1 is largest") PrecisionRecallPoint best,

        @Schema(description = "The positive class") Label positive,

        @Schema(description = "Number of observations of the positive class")
        int positives,

        @Schema(description = "Number of the others") int negatives,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the curve")
        List<Warning> warnings) {}
