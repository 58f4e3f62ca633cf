package org.mlmath.calculus.optimization;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "When a run ends before its last step; looked at from the start on")
public record StopConditions(
        @Schema(description = "When the gradient's Euclidean norm is at most this", examples = "1e-8", nullable = true)
        Double gradientNorm,

        @Schema(description = "When a step changes the value by at most this", examples = "1e-12", nullable = true)
        Double valueChange,

        @Schema(description = "When the value is at most this", examples = "0.01", nullable = true)
        Double target) {}
