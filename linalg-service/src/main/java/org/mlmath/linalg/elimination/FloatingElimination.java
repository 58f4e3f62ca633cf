package org.mlmath.linalg.elimination;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

/**
 * Gauss–Jordan elimination with partial pivoting in floating point. The largest entry left in a column is its pivot; where that is
 * within the tolerance the column has none.
 */
final class FloatingElimination {
    private FloatingElimination() {}

    /** @param tolerance absolute, or null for max(m, n)·ε·‖A‖∞ */
    static RrefResult reduce(Matrix a, Double tolerance, Deadline deadline) {
        int m = a.rows();
        int n = a.columns();
        // At the scale of 1, so that no product overflows or vanishes: the form does not depend on it.
        int exponent = a.maxAbs() == 0 ? 0 : Math.getExponent(a.maxAbs());
        double[] rows = new double[m * n];
        double norm = 0;
        for (int i = 0; i < m; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                rows[i * n + j] = Math.scalb(a.get(i, j), -exponent);
                sum += Math.abs(rows[i * n + j]);
            }
            norm = Math.max(norm, sum);
        }
        double threshold = tolerance == null ? Math.max(m, n) * Math.ulp(1.0) * norm : Math.scalb(tolerance, -exponent);
        List<Integer> pivots = new ArrayList<>();
        for (int j = 0; j < n && pivots.size() < m; j++) {
            int rank = pivots.size();
            int pivot = largest(rows, rank, j, m, n);
            if (Math.abs(rows[pivot * n + j]) <= threshold) {
                for (int i = rank; i < m; i++) {
                    rows[i * n + j] = 0;
                }
                continue;
            }
            swap(rows, rank, pivot, n);
            divide(rows, rank, j, n);
            for (int i = 0; i < m; i++) {
                if (i != rank) {
                    deadline.check();
                    subtract(rows, i, rank, j, n);
                }
            }
            pivots.add(j);
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i] += 0.0; // no negative zeros
        }
        return new RrefResult(
                new Matrix(m, n, rows),
                pivots.stream().mapToInt(Integer::intValue).toArray(),
                pivots.size(),
                null,
                new RrefResult.Diagnostics(RankDecision.TOLERANCE, Math.scalb(threshold, exponent)),
                EchelonForm.conventions(),
                new ArrayList<>(),
                null);
    }

    private static int largest(double[] rows, int from, int column, int m, int n) {
        int best = from;
        for (int i = from + 1; i < m; i++) {
            if (Math.abs(rows[i * n + column]) > Math.abs(rows[best * n + column])) {
                best = i;
            }
        }
        return best;
    }

    private static void swap(double[] rows, int i, int k, int n) {
        if (i != k) {
            double[] kept = new double[n];
            System.arraycopy(rows, i * n, kept, 0, n);
            System.arraycopy(rows, k * n, rows, i * n, n);
            System.arraycopy(kept, 0, rows, k * n, n);
        }
    }

    private static void divide(double[] rows, int i, int column, int n) {
        double pivot = rows[i * n + column];
        rows[i * n + column] = 1;
        for (int j = column + 1; j < n; j++) {
            rows[i * n + j] /= pivot;
        }
    }

    private static void subtract(double[] rows, int i, int pivot, int column, int n) {
        double factor = rows[i * n + column];
        if (factor != 0) {
            rows[i * n + column] = 0;
            for (int j = column + 1; j < n; j++) {
                rows[i * n + j] -= factor * rows[pivot * n + j];
            }
        }
    }
}
