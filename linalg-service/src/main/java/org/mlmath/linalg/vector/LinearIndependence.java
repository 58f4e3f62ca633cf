package org.mlmath.linalg.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.RowReduction;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.exact.ReducedRowEchelon;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.OrthonormalBasis;
import org.mlmath.numerics.linear.SvdFactors;

/**
 * Whether Σcᵢ·vᵢ = 0 has a solution besides c = 0, and one if so.
 *
 * <p>Up to {@value #EXACT_UP_TO} vectors of as many entries: by the echelon form, in fractions, of the matrix whose columns they are,
 * which decides about the decimals as given. Else, or with a tolerance, by singular values; the relation is then the right singular vector
 * that belongs to the smallest.
 */
public final class LinearIndependence {
    private static final int EXACT_UP_TO = 64;

    /** Elimination that would take longer than this is left to the singular values. */
    private static final double ELIMINATION_SECONDS = 2;

    private static final Map<String, String> CONVENTIONS =
            Map.of("relation", "the coefficient of the first vector that depends on those before it is 1");
    private static final Map<String, String> SINGULAR_CONVENTIONS = Map.of("relation", "the largest coefficient is 1");

    private LinearIndependence() {}

    /**
     * @param vectors k×n, in rows
     * @param tolerance absolute, or null
     * @throws org.mlmath.numerics.DimensionMismatchException if there is no vector, or no entry
     */
    public static IndependenceResult of(Matrix vectors, Double tolerance, boolean explain, Deadline deadline) {
        VectorShapes.requireEntries(vectors, "/vectors");
        boolean fractions = decidedInFractions(vectors);
        IndependenceResult result =
                fractions && tolerance == null ? inFractions(vectors, deadline) : bySingularValues(vectors, tolerance);
        if (!explain) {
            return result;
        }
        if (!fractions) {
            result.warnings().add(Warning.noSteps());
            return result;
        }
        return explain(vectors, result, deadline);
    }

    static boolean decidedInFractions(Matrix vectors) {
        if (Math.max(vectors.rows(), vectors.columns()) > EXACT_UP_TO) {
            return false;
        }
        ExactCost cost = ExactCost.of(vectors.transpose());
        return cost.bearable() && cost.eliminationSeconds() < ELIMINATION_SECONDS;
    }

    private static IndependenceResult inFractions(Matrix vectors, Deadline deadline) {
        RationalMatrix columns = Fractions.of(vectors, "/vectors").transpose();
        ReducedRowEchelon form = ReducedRowEchelon.of(columns, deadline);
        double[] relation = null;
        if (form.rank() < vectors.rows()) {
            relation = form.nullSpace().rowsAt(0).toMatrix().row(0);
            VectorShapes.requireFinite(relation, "A coefficient of the relation", "/vectors");
        }
        return result(vectors, form.rank(), relation, RankDecision.EXACT, null, CONVENTIONS);
    }

    private static IndependenceResult bySingularValues(Matrix vectors, Double tolerance) {
        int k = vectors.rows();
        int n = vectors.columns();
        boolean wide = k > n; // more vectors than entries: the relation stands beyond the singular values
        SvdFactors svd = Kernels.current().svd(vectors.transpose(), wide ? Kernel.Vectors.FULL : Kernel.Vectors.THIN);
        double[] sigma = svd.singularValues();
        double threshold = tolerance != null ? tolerance : Math.max(k, n) * Math.ulp(1.0) * sigma[0];
        int rank = 0;
        while (rank < sigma.length && sigma[rank] > threshold) {
            rank++;
        }
        double[] relation = null;
        if (rank < k) {
            Matrix relations =
                    new Matrix(k - rank, k, Arrays.copyOfRange(svd.vt().values(), rank * k, k * k));
            // Of the last vector of that basis most coefficients are zero.
            relation = OrthonormalBasis.of(relations.transpose()).columnAt(k - rank - 1);
            double largest = 0;
            for (double entry : relation) {
                largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
            }
            for (int i = 0; i < k; i++) {
                double coefficient = relation[i] / largest + 0.0;
                relation[i] = Math.abs(coefficient) <= k * Math.ulp(1.0)
                        ? 0
                        : coefficient; // else rounding beside a zero vector
            }
        }
        return result(vectors, rank, relation, RankDecision.TOLERANCE, threshold, SINGULAR_CONVENTIONS);
    }

    private static IndependenceResult result(
            Matrix vectors,
            int rank,
            double[] relation,
            RankDecision decision,
            Double tolerance,
            Map<String, String> conventions) {
        return new IndependenceResult(
                rank == vectors.rows(),
                rank,
                relation,
                new IndependenceResult.Diagnostics(
                        decision, tolerance, relation == null ? null : residual(vectors, relation)),
                conventions,
                new ArrayList<>(),
                null);
    }

    private static double residual(Matrix vectors, double[] relation) {
        int scale = InnerProduct.exponent(vectors.values());
        int coefficients = InnerProduct.exponent(relation);
        double[] c = InnerProduct.scaled(relation, -coefficients);
        double[] sum = new double[vectors.columns()];
        double size = 0;
        for (int j = 0; j < sum.length; j++) {
            sum[j] = InnerProduct.of(c, InnerProduct.scaled(vectors.columnAt(j), -scale))
                    .value();
        }
        for (int i = 0; i < c.length; i++) {
            size += Math.abs(c[i]) * InnerProduct.norm(InnerProduct.scaled(vectors.row(i), -scale));
        }
        return size == 0 ? 0 : InnerProduct.norm(sum) / size;
    }

    /** Kinds: columns, swap, scale, add-multiple, conclude. */
    private static IndependenceResult explain(Matrix vectors, IndependenceResult result, Deadline deadline) {
        RowReduction reduction =
                new RowReduction(Fractions.of(vectors, "/vectors").transpose(), 0, deadline);
        reduction.show(
                "columns",
                "Write the vectors as the columns of a matrix",
                "A combination of the columns that gives zero stays one through all row operations.");
        reduction.run(vectors.rows());
        Working working = reduction.working();
        if (!working.full() && reduction.pivots().size() != result.rank()) {
            result.warnings().add(Working.withheld());
            return result;
        }
        if (working.full()) {
            result.warnings().add(working.truncated());
        }
        List<Step> steps = working.endingIn(new Step(
                "conclude",
                result.independent() ? "The vectors are independent" : "The vectors depend on each other",
                result.independent()
                        ? "Every column has a pivot."
                        : "%d of the %d columns %s a pivot; each other one is a combination of those before it."
                                .formatted(result.rank(), vectors.rows(), result.rank() == 1 ? "has" : "have"),
                "\\operatorname{rank} = %d %s %d"
                        .formatted(result.rank(), result.independent() ? "=" : "<", vectors.rows()),
                result.independent()));
        return result.withSteps(steps);
    }
}
