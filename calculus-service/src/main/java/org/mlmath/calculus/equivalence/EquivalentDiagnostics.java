package org.mlmath.calculus.equivalence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How far the two were compared")
public record EquivalentDiagnostics(
        @Schema(description = "Points at which both have a value", examples = "40")
        int points,

        @Schema(
                description = "Of these, points at which the values agree to `digits` digits or exactly",
                examples = "12")
        int precisePoints,

        @Schema(
                description =
                        "Digits to which values were compared at the precise points; 0 where none was compared so",
                examples = "100")
        int digits,

        @Schema(description = "Whether time ran out before all was tried", examples = "false")
        boolean timeBounded) {}
