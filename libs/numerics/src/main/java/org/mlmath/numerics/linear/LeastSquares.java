package org.mlmath.numerics.linear;

import java.util.Arrays;

/**
 * The X of least norm among those that minimise ‖A·X − B‖² + λ‖X‖², column by column (Tikhonov, ridge regression; λ = 0: ordinary least
 * squares).
 *
 * <p>By the singular value decomposition. A of full rank, or λ &gt; 0: refined to the last digits through the augmented system, while
 * the matrix is small enough for residuals in twice the precision. A of lower rank: singular values at or below rcond·σ₁ count as
 * zero. Any scale of A, B and λ, since all are brought near 1 first. Source: Björck, <i>Numerical Methods for Least Squares
 * Problems</i>, ch. 1 and 2.
 *
 * @param x n×k
 * @param residualNorms ‖A·x − b‖₂ for each column
 * @param rank the number of singular values above rcond·σ₁
 * @param singularValues of A, descending
 * @param backwardError about how little A, relative to its norm, would have to change for X to minimise exactly
 * @param condition the largest over the smallest singular value that counts, λ included; null where none does
 * @param sensitivity how much more than the relative error of A or B that of X may be (Wedin): κ + κ²·‖r‖/(‖A‖·‖x‖)
 */
public record LeastSquares(
        Matrix x,
        double[] residualNorms,
        int rank,
        double[] singularValues,
        double backwardError,
        Double condition,
        Double sensitivity) {

    /** From this order on what refinement needs costs as much as the solution does, and is done only where the condition asks for it. */
    private static final int DIRECT_FROM = 200;

    /** From this order on it costs several times that, and is left out. */
    private static final int DIRECT_ALWAYS_FROM = 300;

    /** The condition that asks for it. */
    private static final double REFINED_BEYOND = 1e4;

    /**
     * @param a m×n, neither 0
     * @param b m×k
     * @param rcond at least 0
     * @param ridge λ, at least 0
     */
    public static LeastSquares solve(Matrix a, Matrix b, double rcond, double ridge) {
        return new Solving(a, b, rcond, ridge).run();
    }

    private static final class Solving {
        private final Matrix a;
        private final Matrix b;
        private final double rcond;
        private final int matrixExponent;
        private final int rhsExponent;
        private final double root;
        private final double lambda;
        private double[] sigma;
        private int rank;
        private Matrix rightVectors;

        private Solving(Matrix matrix, Matrix rhs, double rcond, double ridge) {
            this.rcond = rcond;
            double largest = Math.max(matrix.maxAbs(), Math.sqrt(ridge));
            matrixExponent = largest == 0 ? 0 : Math.getExponent(largest);
            rhsExponent = rhs.maxAbs() == 0 ? 0 : Math.getExponent(rhs.maxAbs());
            a = scaled(matrix, -matrixExponent);
            b = scaled(rhs, -rhsExponent);
            root = Math.scalb(Math.sqrt(ridge), -matrixExponent);
            lambda = Math.scalb(Math.scalb(ridge, -matrixExponent), -matrixExponent);
        }

        private static Matrix scaled(Matrix matrix, int exponent) {
            double[] values = matrix.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.scalb(values[i], exponent);
            }
            return new Matrix(matrix.rows(), matrix.columns(), values);
        }

        private LeastSquares run() {
            int order = Math.min(a.rows(), a.columns());
            boolean direct = root == 0 && order >= DIRECT_FROM;
            Matrix x = direct ? direct() : bySingularValues();
            if (direct && order < DIRECT_ALWAYS_FROM && rank == order && sigma[0] > REFINED_BEYOND * sigma[order - 1]) {
                x = bySingularValues();
            }
            Matrix residual = Residual.affordable(a, x, b, 0, b);
            double[] norms = new double[b.columns()];
            for (int k = 0; k < norms.length; k++) {
                norms[k] = Math.scalb(norm(residual, k), rhsExponent);
            }
            double[] values = Arrays.stream(sigma)
                    .map(value -> Math.scalb(value, matrixExponent))
                    .toArray();
            Double condition = condition();
            return new LeastSquares(
                    scaled(x, rhsExponent - matrixExponent),
                    norms,
                    rank,
                    values,
                    backwardError(x, residual),
                    condition,
                    condition == null ? null : sensitivity(x, residual, condition));
        }

        private Matrix direct() {
            LeastSquaresSolution solution = Kernels.current().leastSquares(a, b, rcond);
            sigma = solution.singularValues();
            countRank();
            return solution.x();
        }

        private Matrix bySingularValues() {
            boolean tall = a.rows() >= a.columns();
            Matrix m = tall ? a : a.transpose();
            SvdFactors svd = Kernels.current().svd(m, Kernel.Vectors.THIN);
            sigma = svd.singularValues();
            rightVectors = tall ? svd.vt() : svd.u().transpose();
            countRank();
            if (root == 0 && rank < sigma.length) {
                return truncated(svd, tall);
            }
            AugmentedSystem system = new AugmentedSystem(m, svd, root, lambda);
            if (tall) {
                system.solve(b, zeros(b.columns()), true);
                return system.x();
            }
            system.solve(zeros(b.columns()), b, false);
            return system.r();
        }

        private Matrix zeros(int columns) {
            return new Matrix(a.columns(), columns, new double[a.columns() * columns]);
        }

        private void countRank() {
            rank = 0;
            while (rank < sigma.length && sigma[rank] > rcond * sigma[0]) {
                rank++;
            }
        }

        /** V·Σ⁺·Uᵀ·B of A, whose transpose was factored where it is wide. */
        private Matrix truncated(SvdFactors svd, boolean tall) {
            Matrix left = tall ? svd.u().transpose() : svd.vt();
            Matrix right = tall ? svd.vt().transpose() : svd.u();
            Matrix shares = Kernels.current().multiply(left, b);
            int columns = b.columns();
            for (int i = 0; i < sigma.length; i++) {
                for (int k = 0; k < columns; k++) {
                    double share = shares.values()[i * columns + k];
                    shares.values()[i * columns + k] = i < rank ? share / sigma[i] : 0;
                }
            }
            return Kernels.current().multiply(right, shares);
        }

        private Double condition() {
            if (root == 0) {
                return rank == 0 ? null : sigma[0] / sigma[rank - 1];
            }
            double smallest = a.rows() >= a.columns() ? sigma[sigma.length - 1] : 0;
            return Math.hypot(sigma[0], root) / Math.hypot(smallest, root);
        }

        /**
         * The change of A, relative to its norm, that makes x minimise exactly: ‖(AᵀA + η²I)^(−1/2)·Aᵀr‖/‖x‖ with η = ‖r‖/‖x‖ comes
         * within a small factor of the least (Karlson and Waldén, 1997). −r·rᵀA/‖r‖² does it as well (Stewart, 1977), and r·xᵀ/‖x‖²
         * with a change of b.
         */
        private double backwardError(Matrix x, Matrix residual) {
            Matrix gradient = Residual.affordable(a.transpose(), residual, zeros(x.columns()), -lambda, x);
            Matrix shares = rightVectors == null ? null : Kernels.current().multiply(rightVectors, gradient);
            double norm = Math.hypot(a.frobeniusNorm(), root * Math.sqrt(a.columns()));
            double largest = 0;
            for (int k = 0; k < b.columns(); k++) {
                double rest = Math.hypot(norm(residual, k), root * norm(x, k));
                if (rest > 0 && norm > 0) {
                    double error = Math.min(norm(gradient, k) / rest / norm, rest / (norm * norm(x, k) + norm(b, k)));
                    if (shares != null && norm(x, k) > 0) {
                        error = Math.min(error, weighted(shares.columnAt(k), rest / norm(x, k)) / norm(x, k) / norm);
                    }
                    largest = Math.max(largest, error);
                }
            }
            return largest;
        }

        private double weighted(double[] shares, double eta) {
            double[] weighted = new double[shares.length];
            for (int i = 0; i < shares.length; i++) {
                weighted[i] = shares[i] / Math.hypot(Math.hypot(sigma[i], root), eta);
            }
            return Matrix.column(weighted).frobeniusNorm();
        }

        private double sensitivity(Matrix x, Matrix residual, double condition) {
            double norm = Math.hypot(sigma[0], root);
            double worst = condition;
            for (int k = 0; k < b.columns(); k++) {
                double size = norm(x, k);
                double rest = Math.hypot(norm(residual, k), root * size);
                if (size > 0) {
                    worst = Math.max(worst, condition + condition * condition * rest / (norm * size));
                }
            }
            return worst;
        }

        private static double norm(Matrix matrix, int column) {
            return Matrix.column(matrix.columnAt(column)).frobeniusNorm();
        }
    }
}
