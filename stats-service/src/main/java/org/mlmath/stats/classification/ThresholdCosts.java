package org.mlmath.stats.classification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What each outcome of a decision costs; gains are negative")
public record ThresholdCosts(
        @Schema(description = "Taking a negative for positive", defaultValue = "1")
        Double falsePositive,

        @Schema(description = "Missing a positive", defaultValue = "1")
        Double falseNegative,

        @Schema(description = "Finding a positive", defaultValue = "0")
        Double truePositive,

        @Schema(description = "Leaving a negative alone", defaultValue = "0")
        Double trueNegative) {
    public ThresholdCosts {
        falsePositive = falsePositive == null ? 1 : falsePositive;
        falseNegative = falseNegative == null ? 1 : falseNegative;
        truePositive = truePositive == null ? 0 : truePositive;
        trueNegative = trueNegative == null ? 0 : trueNegative;
    }

    double of(double tp, double fp, double fn, double tn) {
        return tp * truePositive + fp * falsePositive + fn * falseNegative + tn * trueNegative;
    }

    /** From which probability on it pays to say positive; NaN where no threshold decides that. */
    double probability() {
        double alarm = falsePositive - trueNegative;
        double miss = falseNegative - truePositive;
        return alarm >= 0 && miss >= 0 && alarm + miss > 0 ? alarm / (alarm + miss) : Double.NaN;
    }
}
