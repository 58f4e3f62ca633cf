package org.mlmath.linalg.matrix.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.matrix.Fractions;
import org.mlmath.linalg.matrix.Operands;
import org.mlmath.linalg.matrix.Overflow;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;

/**
 * The rank of a matrix: the number of its singular values above a tolerance, max(m, n)·ε·σ₁ unless another is given, which is the error
 * that rounding the entries may make in them. In exact arithmetic, the order of the largest minor that is not zero.
 *
 * <p>Source: Golub and Van Loan, <i>Matrix Computations</i>, 4th ed., §5.4.1; the tolerance is that of NumPy's matrix_rank.
 */
public final class Rank {
    private Rank() {}

    /**
     * @param a m×n, any shape
     * @param tolerance absolute, or null
     * @throws InvalidParameterException if a tolerance goes with exact arithmetic, or text with floating point
     * @throws org.mlmath.numerics.LimitExceededException if the matrix is too large for exact arithmetic
     */
    public static RankResult of(Matrix a, Double tolerance, Arithmetic arithmetic, boolean explain, Deadline deadline) {
        Operands.requireEntries(a, "/matrix");
        List<Warning> warnings = new ArrayList<>();
        if (arithmetic == Arithmetic.EXACT) {
            if (tolerance != null) {
                throw new InvalidParameterException(
                                "Exact arithmetic rounds nothing and needs no tolerance. Leave out one of the two.")
                        .at("/tolerance");
            }
            Fractions.requireBearable(a);
            int rank = Fractions.rank(Fractions.of(a), deadline);
            double[] values = singularValues(a);
            RankResult.Diagnostics diagnostics =
                    new RankResult.Diagnostics(null, RankDecision.EXACT, gap(a, values, rank));
            RankResult result = new RankResult(
                    rank,
                    values,
                    diagnostics,
                    Map.of("rank", "of the numbers as given, without rounding"),
                    warnings,
                    null);
            return explain ? RankWorking.explain(result, a, deadline) : result;
        }
        Arithmetic.requireNumbers("/matrix", a, false);
        double[] values = singularValues(a);
        double threshold = tolerance != null ? tolerance : tolerance(a) * values[0];
        int rank = rank(a, values, tolerance);
        RankResult.Diagnostics diagnostics = new RankResult.Diagnostics(
                Double.isNaN(threshold) ? null : threshold, RankDecision.TOLERANCE, gap(a, values, rank));
        RankResult result = new RankResult(
                rank,
                values,
                diagnostics,
                Map.of("rank", "singular values above max(m, n)·2^-52 times the largest count, as in NumPy"),
                warnings,
                null);
        return explain ? RankWorking.explain(result, a, deadline) : result;
    }

    /** Counted where the singular values neither overflow nor are rounded to multiples of the smallest double. */
    private static int rank(Matrix a, double[] values, Double tolerance) {
        int exponent = CommonScale.exponentOf(a);
        double[] sigma =
                exponent == 0 && !Double.isNaN(values[0]) ? values : MatrixNorm.singularValues(CommonScale.of(a));
        double threshold = tolerance != null ? Math.scalb(tolerance, exponent) : tolerance(a) * sigma[0];
        int rank = 0;
        while (rank < sigma.length && sigma[rank] > threshold) {
            rank++;
        }
        return rank;
    }

    /** @return relative to the largest singular value */
    static double tolerance(Matrix a) {
        return Math.max(a.rows(), a.columns()) * Math.ulp(1.0);
    }

    /** @return descending, NaN beyond the largest double */
    private static double[] singularValues(Matrix a) {
        if (Overflow.count(a.values()) > 0) { // written as text, too large for a double
            double[] undefined = new double[Math.min(a.rows(), a.columns())];
            Arrays.fill(undefined, Double.NaN);
            return undefined;
        }
        double[] values = MatrixNorm.singularValues(a);
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isFinite(values[i]) ? values[i] : Double.NaN;
        }
        return values;
    }

    private static Double gap(Matrix a, double[] values, int rank) {
        if (rank == 0 || rank == values.length || !(values[rank] > tolerance(a) * values[0])) {
            return null;
        }
        double gap = values[rank - 1] / values[rank];
        return Double.isFinite(gap) ? gap : null;
    }
}
