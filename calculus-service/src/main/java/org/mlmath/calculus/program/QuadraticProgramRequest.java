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
        double rows = (bUb == null ? 0.0 : bUb.length) + (bEq == null ? 0 : bEq.length);
        double m = rows + (bounds == null ? 0 : 2 * n);
        // Small: some m + n steps, each with a factorisation and eigenvectors of order n, after as many of the simplex
        // method.
        double vertices = (5 + 0.5 * (m + n)) * (2e-5 + 2e-9 * n * n * n + 2e-9 * m * n + 4e-9 * m * m);
        // Large: some 15 to 25 products and Cholesky factors for an interior point, and then some ten of the steps
        // above.
        double inside = 1e-3 + 2.5e-9 * n * n * (n + rows) + 1e-7 * m * n;
        return new Cost(5e-5 + Math.min(vertices, inside), (long)
                (8 * (4 * rows * n + 2 * m * n + 2 * rows * rows + 14 * n * n)));
    }
}
