package org.mlmath.kit.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One line of the working a good teacher would write")
public record Step(
        @Schema(description = "What kind of step, from the operation's closed list", examples = "add-multiple")
        String kind,

        @Schema(description = "The step in a few words") String title,

        @Schema(description = "What is done and why, in a sentence or two")
        String detail,

        @Schema(description = "The step as LaTeX") String latex,

        @Schema(description = "The value reached: a number, an array or a text", nullable = true)
        Object value) {}
