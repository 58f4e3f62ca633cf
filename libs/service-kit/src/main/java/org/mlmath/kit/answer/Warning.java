package org.mlmath.kit.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Something the caller should know about an answer that is given all the same")
public record Warning(
        @Schema(description = "Stable, kebab-case name of the kind of warning", examples = "ill-conditioned")
        String code,

        @Schema(description = "What was found, in a sentence")
        String detail,

        @Schema(description = "JSON Pointer to the part of the request or result it is about", nullable = true)
        String pointer) {

    public Warning(String code, String detail) {
        this(code, detail, null);
    }

    /** The operation was asked to explain itself and has no working to show. */
    public static Warning noSteps() {
        return new Warning("no-steps", "This operation has no steps to show.", "/explain");
    }
}
