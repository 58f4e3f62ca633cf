package org.mlmath.linalg.subspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.exact.ReducedRowEchelon;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.OrthonormalBasis;
import org.mlmath.numerics.linear.Signs;
import org.mlmath.numerics.linear.SvdFactors;

/**
 * The fundamental subspaces of A = U·Σ·Vᵀ of rank r: the first r columns of V span the row space and the others the null space, those of
 * U the column space and the left null space.
 *
 * <p>In floating point the basis is orthonormal to rounding, and exact for a matrix within the neglected singular values of A: of a
 * null space the one of {@link OrthonormalBasis}, which depends on the space alone, else the singular vectors in their order. In
 * fractions: the special solutions (1 in one free unknown, 0 in the others), the rows of the echelon form that are not zero, the columns
 * of A with a pivot. Cost that of the decomposition, or of the elimination. Source: Golub and Van Loan, <i>Matrix Computations</i>, 4th
 * ed., §2.4; Strang, <i>Introduction to Linear Algebra</i>, ch. 3.
 */
public final class Subspace {
    private static final int EXACT_UP_TO = 64;

    private static final Map<String, String> FLOAT_CONVENTIONS = Map.of(
            "basis", "orthonormal vectors in rows; the first of the largest entries of each is positive",
            "rank", "singular values above the tolerance count");

    private Subspace() {}

    /**
     * @param a m×n, any shape
     * @param tolerance absolute, or null; for floating point
     * @throws DimensionMismatchException if there is no entry
     * @throws InvalidParameterException if a tolerance is given for fractions, or an entry is text in floating point
     * @throws LimitExceededException if fractions are asked for of more than 64 rows or columns, or too long ones
     */
    public static SubspaceResult of(
            Matrix a,
            FundamentalSubspace kind,
            Arithmetic arithmetic,
            Double tolerance,
            boolean explain,
            Deadline deadline) {
        if (a.rows() == 0 || a.columns() == 0) {
            throw new DimensionMismatchException(
                            "The matrix is %s: it has no entries. Give at least one row with one number."
                                    .formatted(a.shape()))
                    .at("/matrix");
        }
        SubspaceResult result;
        if (arithmetic == Arithmetic.EXACT) {
            requireFractions(a, tolerance);
            result = inFractions(a, kind, deadline);
        } else {
            Arithmetic.requireNumbers("/matrix", a, false);
            result = bySingularVectors(kind.ofTranspose() ? a.transpose() : a, kind, tolerance);
        }
        if (!explain) {
            return result;
        }
        if (!fitsFractions(a)) {
            result.warnings().add(Warning.noSteps());
            return result;
        }
        return SubspaceWorking.explain(result, fractions(a), kind, deadline);
    }

    static boolean fitsFractions(Matrix a) {
        return a.values().length > 0
                && Math.max(a.rows(), a.columns()) <= EXACT_UP_TO
                && ExactCost.of(a).bearable()
                && ExactCost.of(a.transpose()).bearable();
    }

    private static void requireFractions(Matrix a, Double tolerance) {
        if (tolerance != null) {
            throw new InvalidParameterException(
                            "Fractions need no tolerance: a zero is a zero. Leave it out, or ask for \"arithmetic\": \"float\".")
                    .at("/tolerance");
        }
        if (Math.max(a.rows(), a.columns()) > EXACT_UP_TO) {
            throw new LimitExceededException("Exact arithmetic takes up to %d rows and columns; this matrix is %s."
                            .formatted(EXACT_UP_TO, a.shape()))
                    .at("/matrix")
                    .with("limit", EXACT_UP_TO);
        }
        if (!fitsFractions(a)) {
            throw new LimitExceededException(
                            "The numbers would grow too long: those of %s have too many digits, or exponents too far apart."
                                    .formatted(a.shape()))
                    .at("/matrix");
        }
    }

    private static RationalMatrix fractions(Matrix a) {
        try {
            return RationalMatrix.of(a);
        } catch (MathException e) {
            throw e.at("/matrix");
        }
    }

    private static SubspaceResult inFractions(Matrix matrix, FundamentalSubspace kind, Deadline deadline) {
        RationalMatrix a = fractions(matrix);
        boolean transposed = kind == FundamentalSubspace.LEFT_NULL_SPACE;
        ReducedRowEchelon form = ReducedRowEchelon.of(transposed ? a.transpose() : a, deadline);
        RationalMatrix basis = basis(a, form, kind);
        return new SubspaceResult(
                basis.toMatrix(),
                basis.rows(),
                new SubspaceResult.ExactValues(basis.toText()),
                new SubspaceResult.Diagnostics(form.rank(), RankDecision.EXACT, null, null, null),
                Map.of("basis", describe(kind)),
                new ArrayList<>(),
                null);
    }

    /** @param form that of A, for the left null space that of Aᵀ */
    static RationalMatrix basis(RationalMatrix a, ReducedRowEchelon form, FundamentalSubspace kind) {
        return switch (kind) {
            case NULL_SPACE, LEFT_NULL_SPACE -> form.nullSpace();
            case ROW_SPACE -> form.rowSpace();
            case COLUMN_SPACE -> a.transpose().rowsAt(form.pivots());
        };
    }

    static String describe(FundamentalSubspace kind) {
        return switch (kind) {
            case NULL_SPACE, LEFT_NULL_SPACE -> "the special solutions, with 1 in one free unknown and 0 in the others";
            case ROW_SPACE -> "the rows of the reduced row echelon form that are not zero";
            case COLUMN_SPACE -> "the columns of the matrix in which the echelon form has its pivots, one per row";
        };
    }

    /** @param a the matrix, or its transpose, whose null space or row space is asked for */
    private static SubspaceResult bySingularVectors(Matrix a, FundamentalSubspace kind, Double tolerance) {
        boolean all = kind.kernel() && a.rows() < a.columns();
        SvdFactors svd;
        try {
            svd = Kernels.current().svd(a, all ? Kernel.Vectors.FULL : Kernel.Vectors.THIN);
        } catch (MathException e) {
            throw e.at("/matrix");
        }
        double[] sigma = svd.singularValues();
        double threshold = tolerance != null ? tolerance : Math.max(a.rows(), a.columns()) * Math.ulp(1.0) * sigma[0];
        int rank = 0;
        while (rank < sigma.length && sigma[rank] > threshold) {
            rank++;
        }
        int n = a.columns();
        int from = kind.kernel() ? rank : 0;
        int to = kind.kernel() ? n : rank;
        Matrix columns = new Matrix(to - from, n, Arrays.copyOfRange(svd.vt().values(), from * n, to * n)).transpose();
        if (kind.kernel()) { // the others have theirs in the order of the singular values
            columns = OrthonormalBasis.of(columns);
        }
        Signs.fixColumns(columns);
        double norm = Matrix.column(sigma).frobeniusNorm();
        double rest =
                Matrix.column(Arrays.copyOfRange(sigma, rank, sigma.length)).frobeniusNorm();
        double orthogonality =
                to == from ? 0 : Certificate.ofOrthonormalColumns(columns).value();
        return new SubspaceResult(
                columns.transpose(),
                to - from,
                null,
                new SubspaceResult.Diagnostics(
                        rank, RankDecision.TOLERANCE, threshold, norm == 0 ? 0 : rest / norm, orthogonality),
                FLOAT_CONVENTIONS,
                new ArrayList<>(),
                null);
    }
}
