package org.mlmath.calculus.series;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How a sum was checked")
public record SeriesDiagnostics(
        @Schema(
                description = "How far the value may be off; null where there is none",
                nullable = true,
                examples = "1e-30")
        Double errorEstimate,

        @Schema(description = "Terms evaluated, each with error bounds", examples = "2000")
        long evaluations,

        @Schema(description = "Whether two ways agree: two accelerated sums, or one and the formula", examples = "true")
        boolean verified,

        @Schema(
                description =
                        "How the value was found: exact, direct, alternating (Cohen, Rodriguez Villegas, Zagier), condensation (van Wijngaarden), epsilon (Wynn)",
                nullable = true,
                examples = "condensation")
        String method) {}
