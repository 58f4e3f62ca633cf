package org.mlmath.linalg.subspace;

import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.RowReduction;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.exact.ReducedRowEchelon;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** The working of a textbook for a basis: the echelon form, and what is read from it. Kinds: swap, scale, add-multiple, read-off, orthonormalize. */
final class SubspaceWorking {
    /** How far, relative, a vector of the derivation may be from the span of the answer. */
    private static final double AGREEMENT = 1e-8;

    private static final Map<FundamentalSubspace, String> TITLES = Map.of(
            FundamentalSubspace.NULL_SPACE, "Read off the solutions of A·x = 0",
            FundamentalSubspace.LEFT_NULL_SPACE, "Read off the solutions of Aᵀ·y = 0",
            FundamentalSubspace.ROW_SPACE, "Take the rows that are not zero",
            FundamentalSubspace.COLUMN_SPACE, "Take the columns of A in which there are pivots");

    private SubspaceWorking() {}

    static SubspaceResult explain(
            SubspaceResult result, RationalMatrix a, FundamentalSubspace kind, Deadline deadline) {
        RationalMatrix reduced = kind == FundamentalSubspace.LEFT_NULL_SPACE ? a.transpose() : a;
        RationalMatrix basis = Subspace.basis(a, ReducedRowEchelon.of(reduced, deadline), kind);
        if (!agrees(result, basis)) {
            result.warnings().add(Working.withheld());
            return result;
        }
        RowReduction reduction = new RowReduction(reduced, 0, deadline);
        reduction.run(reduced.columns());
        Working working = reduction.working();
        String latex = basis.rows() == 0
                ? "\\left\\{ 0 \\right\\}"
                : Latex.matrix(basis.rows(), basis.columns(), 0, (i, j) -> basis.get(i, j)
                        .latex());
        String detail = "A basis, one vector per row: %s.".formatted(Subspace.describe(kind));
        Step last = new Step("read-off", TITLES.get(kind), detail, latex, result.basis());
        if (result.exact() == null) {
            working.add(
                    new Step("read-off", TITLES.get(kind), detail, latex, basis.toMatrix()),
                    basis.rows() * basis.columns());
            last = new Step(
                    "orthonormalize",
                    "Give the subspace an orthonormal basis",
                    "Other vectors that span the same: of length 1 and at right angles.",
                    basis.rows() == 0 ? latex : Latex.matrix(result.basis()),
                    result.basis());
        }
        if (working.full()) {
            result.warnings().add(working.truncated());
        }
        return result.withSteps(working.endingIn(last));
    }

    /** Whether as many vectors span the same. */
    private static boolean agrees(SubspaceResult result, RationalMatrix basis) {
        if (basis.rows() != result.dimension()) {
            return false;
        }
        if (result.exact() != null || basis.rows() == 0) {
            return true;
        }
        Matrix orthonormal = result.basis();
        for (int i = 0; i < basis.rows(); i++) {
            double[] vector = basis.rowsAt(i).toMatrix().row(0);
            double size = Matrix.column(vector).maxAbs();
            for (int j = 0; j < vector.length; j++) {
                vector[j] /= size;
            }
            Matrix column = Matrix.column(vector);
            Matrix shares = Kernels.current().multiply(orthonormal, column);
            Matrix part = Kernels.current().multiply(orthonormal.transpose(), shares);
            for (int j = 0; j < vector.length; j++) {
                if (!(Math.abs(vector[j] - part.get(j, 0)) <= AGREEMENT)) {
                    return false;
                }
            }
        }
        return true;
    }
}
