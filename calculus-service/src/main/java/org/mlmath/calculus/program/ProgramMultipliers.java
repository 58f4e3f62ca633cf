package org.mlmath.calculus.program;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A multiplier per constraint")
public record ProgramMultipliers(
        @Schema(description = "μ of the inequalities, at least 0", examples = "[0, 1.5, 1]")
        double[] inequalities,

        @Schema(description = "λ of the equations", examples = "[2]")
        double[] equalities,

        @Schema(description = "Those of the lower bounds, at least 0; 0 where there is none", examples = "[0, 0]")
        double[] lower,

        @Schema(description = "Those of the upper bounds, at least 0; 0 where there is none", examples = "[0, 0]")
        double[] upper) {}
