package org.mlmath.numerics.optimization.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SymmetricEigenFactors;

/**
 * Directions in which a quadratic program has no end: Q·d = 0, A·d ≤ 0, E·d = 0, no bound in the way, and cᵀd &lt; 0. A feasible convex
 * program is unbounded exactly if there is one. Source: Eaves, <i>On quadratic programming</i>, Management Science 17 (1971).
 */
final class Recession {
    /** A slope that is no steeper, relative to the terms it is made of, is rounding. */
    private static final double LEVEL = 1e-9;

    private Recession() {}

    /** @return the steepest direction with entries of up to about 1, null where there is none */
    static double[] ray(Matrix q, double[] c, Constraints constraints, Spectrum spectrum, Deadline deadline) {
        int n = c.length;
        double size = Arrays.stream(c).map(Math::abs).sum();
        if (spectrum.smallest() > spectrum.rounding() || size == 0) {
            return null;
        }
        Kernel kernel = Kernels.current();
        SymmetricEigenFactors eigen = kernel.symmetricEigen(q, true);
        int flat = 0;
        while (flat < n && eigen.values()[flat] <= spectrum.rounding()) {
            flat++;
        }
        double[] entries = new double[n * flat];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < flat; k++) {
                entries[i * flat + k] = eigen.vectors().get(i, k);
            }
        }
        Matrix z = new Matrix(n, flat, entries);
        List<double[]> cone = new ArrayList<>();
        List<double[]> level = new ArrayList<>();
        rows(constraints.inequalities(), z, kernel, cone);
        rows(constraints.equations(), z, kernel, level);
        for (int j = 0; j < n; j++) {
            boolean below = constraints.lower()[j] > Double.NEGATIVE_INFINITY;
            boolean above = constraints.upper()[j] < Double.POSITIVE_INFINITY;
            if (below && above) {
                level.add(z.row(j));
            } else if (above) {
                cone.add(z.row(j));
            } else if (below) {
                cone.add(Arrays.stream(z.row(j)).map(entry -> -entry).toArray());
            }
        }
        double[] slope = kernel.multiply(z.transpose(), Matrix.column(c)).values();
        double[] lower = new double[flat];
        double[] upper = new double[flat];
        Arrays.fill(lower, -1);
        Arrays.fill(upper, 1);
        Constraints reduced = new Constraints(
                matrix(cone, flat),
                new double[cone.size()],
                matrix(level, flat),
                new double[level.size()],
                lower,
                upper);
        LinearSolution steepest = LinearProgram.minimize(slope, reduced, deadline);
        if (steepest.status() != Status.OPTIMAL || steepest.value() > -LEVEL * size) {
            return null;
        }
        return kernel.multiply(z, Matrix.column(steepest.x())).values();
    }

    private static void rows(Matrix a, Matrix z, Kernel kernel, List<double[]> to) {
        if (a.rows() > 0) {
            Matrix product = kernel.multiply(a, z);
            for (int i = 0; i < a.rows(); i++) {
                to.add(product.row(i));
            }
        }
    }

    private static Matrix matrix(List<double[]> rows, int columns) {
        double[] entries = new double[rows.size() * columns];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, entries, i * columns, columns);
        }
        return new Matrix(rows.size(), columns, entries);
    }
}
