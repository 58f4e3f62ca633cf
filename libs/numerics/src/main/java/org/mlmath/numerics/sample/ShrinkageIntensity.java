package org.mlmath.numerics.sample;

import java.util.List;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** How far a covariance matrix S is best drawn towards μI, μ = tr S / p: (1 − δ)S + δμI with δ from 0 to 1. */
public final class ShrinkageIntensity {
    private ShrinkageIntensity() {}

    /**
     * O. Ledoit and M. Wolf, A well-conditioned estimator for large-dimensional covariance matrices, J. Multivariate Anal. 88 (2004),
     * 365-411.
     *
     * @param covariance with divisor n
     */
    public static double ledoitWolf(List<double[]> columns, CrossProducts products, Matrix covariance) {
        int n = products.size();
        int p = products.columns();
        double scale = trace(covariance) / p;
        if (!(scale > 0)) {
            return 0;
        }
        double[] squares = new double[n * p];
        for (int j = 0; j < p; j++) {
            double mean = products.mean(j);
            for (int i = 0; i < n; i++) {
                double deviation = columns.get(j)[i] - mean;
                squares[i * p + j] = deviation * deviation / scale;
            }
        }
        double fourth = sum(Kernels.current().gram(new Matrix(n, p, squares)));
        double square = squares(covariance) / scale / scale;
        double distance = (square - p) / p; // of S/μ from I, ‖·‖² = tr(·ᵀ·)/p
        double error = (fourth / n - square) / n / p;
        return distance > 0 ? Math.clamp(error / distance, 0, 1) : 1;
    }

    /**
     * Oracle approximating shrinkage: Y. Chen, A. Wiesel, Y. Eldar and A. Hero, Shrinkage algorithms for MMSE covariance estimation, IEEE
     * Trans. Signal Process. 58 (2010), 5016-5029, in the form without the factor 1 − 2/p that scikit-learn has.
     *
     * @param covariance with divisor n
     */
    public static double oracleApproximating(int n, Matrix covariance) {
        double p = covariance.rows();
        double scale = trace(covariance) / p;
        if (!(scale > 0)) {
            return 0;
        }
        double square = squares(covariance) / scale / scale / p / p; // mean square of the entries over μ²
        double distance = (n + 1) * (square - 1 / p);
        return distance > 0 ? Math.min(1, (square + 1) / distance) : 1;
    }

    private static double trace(Matrix matrix) {
        double trace = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            trace += matrix.get(i, i);
        }
        return trace;
    }

    private static double squares(Matrix matrix) {
        double sum = 0;
        for (double entry : matrix.values()) {
            sum += entry * entry;
        }
        return sum;
    }

    private static double sum(Matrix matrix) {
        CompensatedSum sum = new CompensatedSum();
        for (double entry : matrix.values()) {
            sum.add(entry);
        }
        return sum.value();
    }
}
