package org.mlmath.linalg.vector;

import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.QrFactors;

/**
 * The projection onto many vectors: with these in the columns of B, scaled to lengths near 1, B[:, π] = Q·R, the projection is Q·Qᵀ·v
 * and its coefficients solve R·c = Qᵀ·v. Vectors count as dependent where the diagonal of R has fallen to max(n, k)·ε. Backward stable;
 * the residual is projected once more, so that it is orthogonal however small it is.
 */
final class LargeProjection {
    private LargeProjection() {}

    /** @param b k×n, a vector per row, not all zero */
    static ProjectionResult of(double[] v, Matrix b, boolean explain, List<Warning> warnings) {
        if (explain) {
            warnings.add(Warning.noSteps());
        }
        int k = b.rows();
        int n = b.columns();
        int[] scales = new int[k];
        double[] scaled = new double[k * n];
        for (int i = 0; i < k; i++) {
            double[] row = b.row(i);
            scales[i] = InnerProduct.exponent(row);
            System.arraycopy(InnerProduct.scaled(row, -scales[i]), 0, scaled, i * n, n);
        }
        int scale = InnerProduct.exponent(v);
        double[] x = InnerProduct.scaled(v, -scale);
        Matrix near = new Matrix(k, n, scaled);
        QrFactors qr = Kernels.current().qr(near.transpose(), false, true);
        double tolerance = Math.max(n, k) * Math.ulp(1.0);
        int rank = 0;
        while (rank < Math.min(n, k)
                && Math.abs(qr.r().get(rank, rank))
                        > tolerance * Math.abs(qr.r().get(0, 0))) {
            rank++;
        }
        Matrix directions = qr.q().transpose();
        double[] residual = x.clone();
        double[] shares = new double[rank];
        for (int pass = 0; pass < 2; pass++) {
            double[] parts = new double[rank];
            for (int i = 0; i < rank; i++) {
                parts[i] = InnerProduct.of(directions.row(i), residual).value();
                shares[i] += parts[i];
            }
            for (int i = 0; i < rank; i++) {
                for (int j = 0; j < n; j++) {
                    residual[j] -= parts[i] * directions.get(i, j);
                }
            }
        }
        double[] projection = new double[n];
        for (int j = 0; j < n; j++) {
            projection[j] = x[j] - residual[j];
        }
        double[] solved = new double[rank];
        for (int i = rank - 1; i >= 0; i--) {
            double sum = shares[i];
            for (int j = i + 1; j < rank; j++) {
                sum -= qr.r().get(i, j) * solved[j];
            }
            solved[i] = sum / qr.r().get(i, i);
        }
        double[] coefficients = new double[k];
        for (int i = 0; i < rank; i++) {
            int at = qr.permutation()[i];
            coefficients[at] = Math.scalb(solved[i], scale - scales[at]);
        }
        double size = InnerProduct.norm(x);
        double orthogonality = 0;
        for (int i = 0; i < k && size > 0; i++) {
            double length = InnerProduct.norm(near.row(i));
            if (length > 0) {
                double share = InnerProduct.of(near.row(i), residual).value();
                orthogonality = Math.max(orthogonality, Math.abs(share) / length / size);
            }
        }
        return new ProjectionResult(
                InnerProduct.scaled(projection, scale),
                InnerProduct.scaled(residual, scale),
                coefficients,
                Math.scalb(InnerProduct.norm(residual), scale),
                new ProjectionResult.Diagnostics(rank, RankDecision.TOLERANCE, tolerance, orthogonality),
                Projection.conventions(),
                warnings,
                null);
    }
}
