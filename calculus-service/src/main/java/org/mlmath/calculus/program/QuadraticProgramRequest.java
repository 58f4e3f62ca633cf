package org.mlmath.calculus.program;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A convex quadratic function to minimise where linear constraints hold")
public record QuadraticProgramRequest(
        @Schema(
                description = "Q of the function ½·xᵀQx + cᵀx: symmetric, without negative eigenvalues",
                examples = "[[2, 0], [0, 2]]")
        @NotNull
        Matrix q,

        @Schema(description = "c of the function", examples = "[-2, -5]") @NotNull
        double[] c,

        @Schema(
                description = "A of the inequalities A·x ≤ b, a row for each",
                examples = "[[-1, 2], [1, 2], [1, -2]]",
                nullable = true)
        Matrix aUb,

        @Schema(description = "b of the inequalities", examples = "[2, 6, 2]", nullable = true)
        double[] bUb,

        @Schema(description = "A of the equations A·x = b, a row for each", examples = "[[1, 1]]", nullable = true)
        Matrix aEq,

        @Schema(description = "b of the equations", examples = "[3]", nullable = true)
        double[] bEq,

        @Schema(
                description = "Bounds of the variables; none if not given",
                examples = "[[0, null], [0, 10]]",
                nullable = true)
        VariableBounds bounds,

        @Schema(description = "Adds the working, step by step", defaultValue = "false", nullable = true)
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        double n = c == null ? 0 : c.length;
        double m = (bUb == null ? 0.0 : bUb.length) + (bEq == null ? 0 : bEq.length) + (bounds == null ? 0 : 2 * n);
        // Some m + n steps, each with a factorisation and eigenvectors of order n, after as many of the simplex method.
        double steps = 5 + 0.5 * (m + n);
        double seconds = 5e-5 + steps * (2e-5 + 2e-9 * n * n * n + 2e-9 * m * n + 4e-9 * m * m);
        return new Cost(seconds, (long) (8 * (3 * m * n + 2 * m * m + 8 * n * n)));
    }
}
