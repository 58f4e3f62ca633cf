package org.mlmath.stats.regression;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Interval;

@Schema(description = "By what the odds of a 1 are multiplied where a feature grows by 1")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OddsRatio(
        @Schema(description = "The feature") String name,

        @Schema(description = "The exponential of its coefficient; Infinity where it overflows", nullable = true)
        Double estimate,

        @Schema(description = "Its confidence interval", nullable = true)
        Interval confidenceInterval) {}
