package org.mlmath.calculus.program;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A linear function to minimise where linear constraints hold")
public record LinearProgramRequest(
        @Schema(description = "The coefficients of the function cᵀx", examples = "[-3, -5]") @NotNull
        double[] c,

        @Schema(
                description = "A of the inequalities A·x ≤ b, a row for each",
                examples = "[[1, 0], [0, 2], [3, 2]]",
                nullable = true)
        Matrix aUb,

        @Schema(description = "b of the inequalities", examples = "[4, 12, 18]", nullable = true)
        double[] bUb,

        @Schema(description = "A of the equations A·x = b, a row for each", examples = "[[1, 1]]", nullable = true)
        Matrix aEq,

        @Schema(description = "b of the equations", examples = "[5]", nullable = true)
        double[] bEq,

        @Schema(
                description = "Bounds of the variables; x ≥ 0 if not given",
                examples = "[[0, null], [null, 10]]",
                nullable = true)
        VariableBounds bounds,

        @Schema(
                description = "Whether the largest value is wanted instead of the smallest",
                defaultValue = "false",
                nullable = true)
        Boolean maximize,

        @Schema(description = "Adds the working, step by step", defaultValue = "false", nullable = true)
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        double n = c == null ? 0 : c.length;
        double m = (bUb == null ? 0.0 : bUb.length) + (bEq == null ? 0 : bEq.length);
        // Some 2·(m + n) steps, each with two solutions and all reduced costs, and a factorisation in every 64th.
        double steps = 2 * (m + n);
        double seconds = 2e-5 + steps * 1e-9 * (4 * m * m + 2 * m * n + m * m * m / 100);
        return new Cost(seconds, (long) (8 * (3 * m * n + 2 * m * m + 64 * m) + 200 * steps));
    }
}
