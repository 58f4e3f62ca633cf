package org.mlmath.stats.hypothesis;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;

@Schema(description = "How large the effect is, in units of standard deviations")
public record EffectSize(
        @Schema(description = "Which measure it is", examples = "cohens-d")
        String name,

        @Schema(description = "Its value in the sample") double value,

        @Schema(
                description =
                        "Confidence interval at 1 - alpha, of the alternative's kind, from the noncentral t distribution")
        Interval confidenceInterval,

        @Schema(
                description =
                        "The value times Hedges' correction for its bias in small samples (Hedges' g); null with one degree of freedom")
        double unbiased) {}
