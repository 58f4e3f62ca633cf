package org.mlmath.stats.regression;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Something the model takes for granted, and what the data say about it")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ModelCheck(
        @Schema(description = "Which check", examples = "breusch-pagan")
        String name,

        @Schema(description = "What it is about", examples = "equal variances")
        String assumption,

        @Schema(description = "Its statistic", nullable = true)
        Double statistic,

        @Schema(description = "Degrees of freedom of the statistic's reference distribution", nullable = true)
        Double degreesOfFreedom,

        @Schema(description = "Probability, if the assumption held, of such a statistic", nullable = true)
        Double pValue,

        @Schema(description = "Whether the data speak for the assumption; null where they cannot say", nullable = true)
        Boolean plausible,

        @Schema(description = "What was found, in a sentence")
        String finding) {}
