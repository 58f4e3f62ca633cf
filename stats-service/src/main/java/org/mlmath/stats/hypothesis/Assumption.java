package org.mlmath.stats.hypothesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Something the test takes for granted, and what the data say about it")
public record Assumption(
        @Schema(description = "What is assumed", examples = "normality")
        String name,

        @Schema(
                description = "Whether the data speak for it (true), against it (false), or cannot say (null)",
                nullable = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Boolean plausible,

        @Schema(description = "What was found, in a sentence")
        String finding) {}
