package org.mlmath.test.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Numbers whose mean is wanted")
public record MeanRequest(
        @Schema(description = "The numbers", examples = "[1, 2, 4]") @NotNull
        List<Double> data,

        @Schema(description = "Which mean", defaultValue = "arithmetic")
        Kind kind,

        @Schema(description = "What to leave out") Trimming trimming,

        @Schema(description = "Whether to say how many numbers there were", defaultValue = "false")
        Boolean count) {

    public enum Kind {
        @JsonProperty("arithmetic")
        ARITHMETIC,
        @JsonProperty("geometric")
        GEOMETRIC
    }

    @Schema(description = "What to leave out of the data")
    public record Trimming(
            @Schema(description = "How many of the smallest", defaultValue = "0")
            Integer smallest) {}
}
