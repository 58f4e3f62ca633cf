package org.mlmath.stats.variance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.hypothesis.EffectSize;

@Schema(description = "How large the effect of a factor, or of both together, is")
public record FactorEffect(
        @Schema(description = "The row of the table", examples = "factorA")
        String source,

        @Schema(description = "Partial η²: its sum of squares beside the residuals'")
        EffectSize effectSize) {}
