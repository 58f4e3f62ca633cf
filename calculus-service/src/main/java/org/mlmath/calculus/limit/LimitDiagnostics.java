package org.mlmath.calculus.limit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How a limit was checked: by values of the expression ever nearer to the point")
public record LimitDiagnostics(
        @Schema(
                description =
                        "How far the value may be off: zero for an exact one but for rounding, else what the last values differ by; null where there is no finite value",
                nullable = true,
                examples = "0")
        Double errorEstimate,

        @Schema(description = "Values computed, each with error bounds", examples = "42")
        int evaluations,

        @Schema(
                description = "Whether the values go where the exact value, found by other means, says",
                examples = "true")
        boolean verified) {}
