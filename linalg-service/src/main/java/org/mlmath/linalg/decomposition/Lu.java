package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.ExactLu;
import org.mlmath.numerics.exact.ExactRank;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.LuTriangles;
import org.mlmath.numerics.linear.Matrix;

/**
 * LU factorisation A[p] = L·U.
 *
 * <p>L is unit lower, U upper triangular; the pivot of a column is its entry of largest modulus, the first of several, so no entry of L
 * exceeds 1. Every matrix has such factors; a column that is zero from the diagonal down leaves a zero pivot and multipliers of 0.
 * Backward stable in practice: ‖A[p] − L·U‖ ≤ c·n·ρ·ε·‖A‖ with a growth factor ρ that is small but for matrices built to make it
 * large. Cost 2n³/3 operations. Source: Golub and Van Loan, <i>Matrix Computations</i>, 4th ed., §3.4.
 */
public final class Lu {
    /** Up to this many rows and columns fractions are computed with. */
    private static final int EXACT_UP_TO = 64;

    private static final Map<String, String> CONVENTIONS = Map.of(
            "permutation", "A[permutation] = L·U: the row of A that stands at each place, from 0",
            "pivoting", "the entry of largest modulus in the column, the first of several; L has a unit diagonal");

    private Lu() {}

    /**
     * @param a m×n, any shape
     * @param deadline checked in every loop over long integers
     * @throws org.mlmath.numerics.InvalidParameterException if an entry is text in floating point
     * @throws LimitExceededException if exact arithmetic is asked for more than 64 rows or columns, or numbers too long
     * @throws org.mlmath.numerics.DomainException if an entry of U is larger than any double
     */
    public static LuResult decompose(Matrix a, Arithmetic arithmetic, boolean explain, Deadline deadline) {
        Shapes.requireEntries(a);
        try {
            LuResult result = arithmetic == Arithmetic.EXACT ? exactly(a, deadline) : inFloatingPoint(a, deadline);
            return explain ? LuWorking.explain(result, a, bearable(a), deadline) : result;
        } catch (InvalidParameterException | LimitExceededException | DomainException e) {
            throw e.at("/matrix");
        }
    }

    /** Whether long integers will be computed with, as far as that can be told beforehand. */
    static boolean inFractions(Matrix a, Arithmetic arithmetic, boolean explain) {
        return a != null && a.values().length > 0 && (arithmetic == Arithmetic.EXACT || explain) && bearable(a);
    }

    private static boolean bearable(Matrix a) {
        return Math.max(a.rows(), a.columns()) <= EXACT_UP_TO && ExactCost.of(a).bearable();
    }

    private static LuResult inFloatingPoint(Matrix a, Deadline deadline) {
        Arithmetic.requireNumbers("", a, false);
        LuTriangles factors = Kernels.current().luTriangles(a);
        Certificate reconstruction = Certificate.ofTriangles(a, factors.permutation(), factors.l(), factors.u());
        if (!Double.isFinite(reconstruction.value())) { // so it is where a pivot is not
            Shapes.requireFinite("Pivots", factors.u().values());
        }
        return result(a, factors, null, reconstruction, deadline);
    }

    private static LuResult exactly(Matrix a, Deadline deadline) {
        if (!bearable(a)) {
            throw new LimitExceededException(
                            "Exact arithmetic takes up to %d rows and columns of numbers that do not grow too long; this matrix is %s."
                                    .formatted(EXACT_UP_TO, a.shape()))
                    .with("limit", EXACT_UP_TO);
        }
        ExactLu factors = ExactLu.pivoted(RationalMatrix.of(a), deadline);
        Matrix u = factors.u().toMatrix();
        Shapes.requireFinite("Pivots", u.values());
        return result(
                a,
                new LuTriangles(
                        factors.permutation(),
                        factors.l().toMatrix(),
                        u,
                        a.isSquare() ? Kernels.current().lu(a).rcond() : Double.NaN),
                new LuResult.ExactValues(text(factors.l()), text(factors.u())),
                new Certificate(0, false),
                deadline);
    }

    private static LuResult result(
            Matrix a, LuTriangles factors, LuResult.ExactValues exact, Certificate reconstruction, Deadline deadline) {
        List<Warning> warnings = new ArrayList<>();
        Double condition = a.isSquare() ? conditionEstimate(a, factors.rcond(), deadline) : null;
        if (condition != null && Double.isInfinite(condition)) {
            warnings.add(new Warning(
                    "singular",
                    "The matrix is singular: U has a pivot of 0, or of what rounding made of it, and cannot be solved with.",
                    "/matrix"));
        }
        return new LuResult(
                factors.permutation(),
                factors.l(),
                factors.u(),
                exact,
                DecompositionDiagnostics.of(reconstruction, null, condition, null),
                CONVENTIONS,
                warnings,
                null);
    }

    private static List<List<String>> text(RationalMatrix a) {
        return Arrays.stream(a.toText()).map(List::of).toList();
    }

    private static double conditionEstimate(Matrix a, double rcond, Deadline deadline) {
        return singular(a, rcond, deadline) ? Double.POSITIVE_INFINITY : 1 / rcond;
    }

    /** Whether a matrix that rounding cannot tell from a singular one is singular as written. */
    private static boolean singular(Matrix a, double rcond, Deadline deadline) {
        if (rcond > a.rows() * Math.ulp(1.0)) {
            return false;
        }
        Optional<Integer> rank = bearable(a) ? ExactRank.of(RationalMatrix.of(a), deadline) : Optional.empty();
        return rank.map(found -> found < a.rows()).orElse(rcond == 0);
    }
}
