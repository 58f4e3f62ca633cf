package org.mlmath.test.sample;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "The mean")
public record MeanResult(
        @Schema(description = "The mean") Double value,

        @Schema(description = "How many numbers, where asked for", nullable = true)
        Integer count,

        @Schema(description = "What to look out for") List<Warning> warnings) {}
