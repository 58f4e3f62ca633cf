package org.mlmath.numerics.optimization.leastsquares;

import java.util.Arrays;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.QrFactors;
import org.mlmath.numerics.linear.SvdFactors;

/**
 * The residuals about a point, r + J·p, in the scaled free parameters z = D·p: J·D⁻¹ = Q·U·diag(σ)·Vᵀ by a QR factorisation, and the
 * singular values of its small factor. Every damped step is then a few sums:
 * z(λ) = −V·diag(σ/(σ² + λ))·Uᵀ·Qᵀ·r.
 *
 * <p>Normal equations would square the condition of J, which for sums of exponentials is 10⁶ and more.
 */
final class Linearization {
    private final int n;

    /** The parameters that no bound holds. */
    private final int[] free;

    private final double[] scale;
    private final double[] sigma;
    private final Matrix vt;

    /** Q·U, m×k. */
    private final Matrix basis;

    /** Uᵀ·Qᵀ·r: the part of the residuals that a step can reach. */
    private final double[] reach;

    /**
     * @param jacobian m×n, row by row
     * @param scale D, positive
     */
    Linearization(double[] jacobian, double[] residuals, double[] scale, int[] free) {
        int m = residuals.length;
        this.n = scale.length;
        this.free = free;
        this.scale = scale;
        int k = free.length;
        double[] scaled = new double[m * k];
        for (int i = 0; i < m; i++) {
            for (int c = 0; c < k; c++) {
                scaled[i * k + c] = jacobian[i * n + free[c]] / scale[free[c]];
            }
        }
        if (k == 0) {
            sigma = new double[0];
            vt = new Matrix(0, 0, new double[0]);
            basis = new Matrix(m, 0, new double[0]);
            reach = new double[0];
            return;
        }
        Kernel kernel = Kernels.current();
        QrFactors qr = kernel.qr(new Matrix(m, k, scaled), false, false);
        SvdFactors svd = kernel.svd(qr.r(), Kernel.Vectors.THIN);
        sigma = svd.singularValues();
        vt = svd.vt();
        basis = kernel.multiply(qr.q(), svd.u());
        reach = project(residuals);
    }

    private double[] project(double[] vector) {
        double[] coordinates = new double[sigma.length];
        for (int i = 0; i < vector.length; i++) {
            for (int c = 0; c < coordinates.length; c++) {
                coordinates[c] += basis.get(i, c) * vector[i];
            }
        }
        return coordinates;
    }

    /** @return the number of singular values that are not lost in rounding */
    int rank() {
        double threshold = sigma.length == 0 ? 0 : sigma[0] * Math.max(basis.rows(), n) * Math.ulp(1.0);
        int rank = 0;
        while (rank < sigma.length && sigma[rank] > threshold) {
            rank++;
        }
        return rank;
    }

    boolean fullRank() {
        return rank() == free.length;
    }

    double condition() {
        return sigma.length == 0 ? 1 : largest() / smallest();
    }

    double largest() {
        return sigma.length == 0 ? 1 : sigma[0];
    }

    double smallest() {
        return sigma.length == 0 ? 1 : sigma[sigma.length - 1];
    }

    /** @return ‖Qᵀr‖: how much shorter r would become, were the functions linear */
    double reachable() {
        return norm(Arrays.copyOf(reach, rank()));
    }

    /** @return the norm of the scaled step with this damping, 0: the Gauss-Newton step */
    double length(double damping) {
        double sum = 0;
        for (int c = 0; c < rank(); c++) {
            double entry = sigma[c] * reach[c] / (sigma[c] * sigma[c] + damping);
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }

    /**
     * The damping whose step has a given length, by Newton's method on 1/length, which is nearly linear in λ and concave: iterates come
     * from the left and do not overshoot. Source: Moré, <i>The Levenberg-Marquardt algorithm</i> (1978), §5.
     *
     * @return 0 where the undamped step is not longer
     */
    double damping(double radius) {
        double damping = 0;
        for (int i = 0; i < 100; i++) {
            double length = length(damping);
            if (!(length > radius * 1.01)) {
                break;
            }
            double slope = 0;
            for (int c = 0; c < rank(); c++) {
                double denominator = sigma[c] * sigma[c] + damping;
                double entry = sigma[c] * reach[c] / denominator;
                slope += entry * entry / denominator;
            }
            damping += length * length * (length - radius) / (slope * radius);
        }
        return damping;
    }

    /** @return the step −(JᵀJ + λD²)⁻¹Jᵀr, 0 in the parameters that are held */
    double[] step(double damping) {
        return step(reach, damping);
    }

    /** @return −(JᵀJ + λD²)⁻¹Jᵀv for another vector of residuals */
    double[] step(double damping, double[] vector) {
        return step(project(vector), damping);
    }

    private double[] step(double[] coordinates, double damping) {
        double[] step = new double[n];
        for (int c = 0; c < rank(); c++) {
            double entry = -sigma[c] * coordinates[c] / (sigma[c] * sigma[c] + damping);
            for (int j = 0; j < free.length; j++) {
                step[free[j]] += entry * vt.get(c, j);
            }
        }
        for (int j : free) {
            step[j] /= scale[j];
        }
        return step;
    }

    /** @return by how much ‖r‖² falls along the damped step in the linear model, of the functions scaled like r */
    double predicted(double damping) {
        double sum = 0;
        for (int c = 0; c < rank(); c++) {
            double rest = damping / (sigma[c] * sigma[c] + damping);
            sum += reach[c] * reach[c] * (1 - rest) * (1 + rest);
        }
        return sum;
    }

    /** @return (JᵀJ)⁻¹, n×n, 0 in the rows and columns of parameters that are held; of full rank only */
    Matrix inverseGram() {
        double[] inverse = new double[n * n];
        for (int i = 0; i < free.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int c = 0; c < sigma.length; c++) {
                    sum += vt.get(c, i) / sigma[c] * (vt.get(c, j) / sigma[c]);
                }
                double entry = sum / scale[free[i]] / scale[free[j]];
                inverse[free[i] * n + free[j]] = entry;
                inverse[free[j] * n + free[i]] = entry;
            }
        }
        return new Matrix(n, n, inverse);
    }

    static double norm(double[] vector) {
        return Matrix.column(vector).frobeniusNorm();
    }
}
