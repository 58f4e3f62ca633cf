package org.mlmath.stats.hypothesis;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;

@Schema(description = "How large the effect is, in a unit that does not depend on the sample's size")
public record EffectSize(
        @Schema(description = "Which measure it is", examples = "cohens-d")
        String name,

        @Schema(description = "Its value in the sample") double value,

        @Schema(
                description =
                        "Confidence interval at 1 - alpha, of the alternative's kind; `conventions` say by which method",
                nullable = true)
        Interval confidenceInterval,

        @Schema(
                description =
                        "The value corrected for its bias in small samples, where there is a correction: Hedges' g of Cohen's d",
                nullable = true)
        Double unbiased) {
    public EffectSize(String name, double value, Interval confidenceInterval) {
        this(name, value, confidenceInterval, null);
    }
}
