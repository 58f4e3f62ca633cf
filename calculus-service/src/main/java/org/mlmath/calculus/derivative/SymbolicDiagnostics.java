package org.mlmath.calculus.derivative;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How far a symbolic result has been checked")
public record SymbolicDiagnostics(
        @Schema(description = "The check") Verified verified) {

    @Schema(
            description =
                    "The symbolic result compared with one by other means, here reverse-mode differentiation of the formula")
    public record Verified(
            @Schema(description = "At how many points both could be evaluated", examples = "12")
            int points,

            @Schema(
                    description = "The largest difference at these, relative to the larger of 1 and the value",
                    examples = "2.2e-16")
            double largestDifference) {}
}
