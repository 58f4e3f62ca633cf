package org.mlmath.linalg.matrix.inverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.matrix.Operands;
import org.mlmath.linalg.matrix.Overflow;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SvdFactors;

/**
 * The Moore–Penrose inverse A⁺ = V·Σ⁺·Uᵀ, where Σ⁺ has the reciprocals of the singular values that count.
 *
 * <p>Right to ε times the condition number of what counts. Source: Golub and Van Loan, <i>Matrix Computations</i>, 4th ed., §5.5.2.
 */
public final class PseudoInverse {
    private PseudoInverse() {}

    /**
     * @param a m×n, any shape
     * @param rcond relative to the largest singular value, or null for max(m, n)·ε
     */
    public static PseudoInverseResult of(Matrix a, Double rcond, boolean explain) {
        Operands.requireEntries(a, "/matrix");
        List<Warning> warnings = new ArrayList<>();
        SvdFactors svd = Kernels.current().svd(a, Kernel.Vectors.THIN);
        double[] sigma = svd.singularValues();
        double relative = rcond == null ? Math.max(a.rows(), a.columns()) * Math.ulp(1.0) : rcond;
        double tolerance = relative * sigma[0];
        int rank = 0;
        while (rank < sigma.length && sigma[rank] > tolerance) {
            rank++;
        }
        Matrix inverse =
                rank == 0 ? new Matrix(a.columns(), a.rows(), new double[a.values().length]) : product(svd, rank);
        boolean overflows = Overflow.count(inverse.values()) > 0;
        PseudoInverseResult result = new PseudoInverseResult(
                Overflow.marked(inverse, warnings),
                rank,
                new PseudoInverseResult.Diagnostics(
                        overflows ? null : reconstructionError(a, inverse),
                        rank == 0 ? null : sigma[0] / sigma[rank - 1],
                        tolerance,
                        RankDecision.TOLERANCE),
                Map.of(
                        "rank",
                        "singular values above rcond times the largest count; rcond is max(m, n)·2^-52 by default"),
                warnings,
                null);
        return explain ? PseudoInverseWorking.explain(result, a) : result;
    }

    private static double reconstructionError(Matrix a, Matrix inverse) {
        if (Certificate.estimates(a)) {
            double estimate = Certificate.ofProduct(a, a, inverse, a).value();
            if (Double.isFinite(
                    estimate)) { // A times a probe is nearer to the end of the range than the products below
                return estimate;
            }
        }
        // The products of rows with columns stay near 1 at any scale of A.
        return a.rows() <= a.columns()
                ? Certificate.ofProduct(a, Kernels.current().multiply(a, inverse), a)
                        .value()
                : Certificate.ofProduct(a, a, Kernels.current().multiply(inverse, a))
                        .value();
    }

    /** @return V·Σ⁺·Uᵀ of the first singular values: the columns of V are divided, those of U would be as well */
    private static Matrix product(SvdFactors svd, int rank) {
        int m = svd.u().rows();
        int n = svd.vt().columns();
        double[] left = new double[n * rank];
        double[] right = new double[rank * m];
        for (int k = 0; k < rank; k++) {
            for (int i = 0; i < n; i++) {
                left[i * rank + k] = svd.vt().get(k, i) / svd.singularValues()[k];
            }
            for (int j = 0; j < m; j++) {
                right[k * m + j] = svd.u().get(j, k);
            }
        }
        Matrix product = Kernels.current().multiply(new Matrix(n, rank, left), new Matrix(rank, m, right));
        double[] entries = product.values();
        for (int i = 0; i < entries.length; i++) {
            entries[i] += 0.0; // never −0
        }
        return new Matrix(n, m, entries);
    }
}
