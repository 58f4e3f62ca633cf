package org.mlmath.numerics.optimization.program;

import java.util.Arrays;
import org.mlmath.numerics.linear.Matrix;

/**
 * A quadratic program in units that suit its numbers: x = 2^σ·D·y, rows of constraints times R, the function times 2^γ, with powers of
 * two throughout, so that nothing is rounded.
 *
 * <p>D and R bring the largest entry of each row and column of the matrix of the conditions of Karush, Kuhn and Tucker, [Q Aᵀ; A 0], near
 * 1, keeping it symmetric. Programs of similar sizes are left alone. Source: Ruiz, <i>A scaling algorithm to equilibrate both rows and
 * columns norms in matrices</i> (2001), as used by Stellato et al., <i>OSQP</i>, Math. Prog. Comp. 12 (2020), §5.1.
 */
final class QuadraticScaling {
    private static final int ROUNDS = 20;

    /** Sizes within a factor of 2^this do no harm. */
    private static final int SIMILAR = 4;

    final Matrix q;
    final double[] c;
    final Constraints constraints;
    private final Constraints given;
    private final int[] columns;
    private final int[] rows;
    private final int rightExponent;
    private final int costExponent;

    private QuadraticScaling(Matrix q, double[] c, Constraints given, int[] columns, int[] rows) {
        int n = c.length;
        this.given = given;
        this.columns = columns;
        this.rows = rows;
        Exponents rights = new Exponents();
        for (int i = 0; i < rows.length; i++) {
            rights.add(given.right(i), rows[i]);
        }
        for (int j = 0; j < n; j++) {
            rights.add(given.lower()[j], -columns[j]);
            rights.add(given.upper()[j], -columns[j]);
        }
        rightExponent = rights.common();
        Exponents costs = new Exponents();
        for (int j = 0; j < n; j++) {
            costs.add(c[j], columns[j] + rightExponent);
            for (int k = 0; k < n; k++) {
                costs.add(q.get(j, k), columns[j] + columns[k] + 2 * rightExponent);
            }
        }
        costExponent = -costs.largest();
        double[] entries = new double[n * n];
        double[] slopes = new double[n];
        double[] lower = new double[n];
        double[] upper = new double[n];
        for (int j = 0; j < n; j++) {
            slopes[j] = Math.scalb(c[j], columns[j] + rightExponent + costExponent);
            lower[j] = Math.scalb(given.lower()[j], -columns[j] - rightExponent);
            upper[j] = Math.scalb(given.upper()[j], -columns[j] - rightExponent);
            for (int k = 0; k < n; k++) {
                entries[j * n + k] =
                        Math.scalb(q.get(j, k), columns[j] + columns[k] + 2 * rightExponent + costExponent);
            }
        }
        this.q = new Matrix(n, n, entries);
        this.c = slopes;
        int inequalities = given.limits().length;
        constraints = new Constraints(
                scaled(given.inequalities(), 0),
                right(given.limits(), 0),
                scaled(given.equations(), inequalities),
                right(given.values(), inequalities),
                lower,
                upper);
    }

    static QuadraticScaling none(Matrix q, double[] c, Constraints constraints) {
        return new QuadraticScaling(q, c, constraints, new int[c.length], new int[constraints.rows()]);
    }

    static QuadraticScaling of(Matrix q, double[] c, Constraints constraints) {
        int n = c.length;
        int m = constraints.rows();
        double[] columns = new double[n]; // logarithms to base 2
        double[] rows = new double[m];
        double[] sizes = new double[n * (n + m)];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                sizes[k * n + j] = logarithm(q.get(k, j));
            }
            for (int i = 0; i < m; i++) {
                sizes[(n + i) * n + j] = logarithm(constraints.entry(i, j));
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] inColumn = new double[n];
            double[] inRow = new double[m];
            Arrays.fill(inColumn, Double.NEGATIVE_INFINITY);
            Arrays.fill(inRow, Double.NEGATIVE_INFINITY);
            for (int i = 0; i < n + m; i++) {
                double own = i < n ? columns[i] : rows[i - n];
                for (int j = 0; j < n; j++) {
                    double size = sizes[i * n + j] + own + columns[j];
                    inColumn[j] = Math.max(inColumn[j], size);
                    if (i >= n) {
                        inRow[i - n] = Math.max(inRow[i - n], size);
                    }
                }
            }
            balance(columns, inColumn);
            balance(rows, inRow);
        }
        int[] columnExponents = rounded(columns);
        int[] rowExponents = rounded(rows);
        return similar(columnExponents) && similar(rowExponents)
                ? none(q, c, constraints)
                : new QuadraticScaling(q, c, constraints, columnExponents, rowExponents);
    }

    private static double logarithm(double entry) {
        return entry == 0 ? Double.NEGATIVE_INFINITY : Math.getExponent(entry);
    }

    private static void balance(double[] scale, double[] size) {
        for (int k = 0; k < scale.length; k++) {
            if (size[k] > Double.NEGATIVE_INFINITY) {
                scale[k] -= size[k] / 2;
            }
        }
    }

    private static int[] rounded(double[] logarithms) {
        return Arrays.stream(logarithms)
                .mapToInt(entry -> (int) Math.rint(entry))
                .toArray();
    }

    private static boolean similar(int[] exponents) {
        return Arrays.stream(exponents).allMatch(entry -> Math.abs(entry) <= SIMILAR);
    }

    private Matrix scaled(Matrix a, int from) {
        int n = columns.length;
        double[] entries = a.values().clone();
        for (int i = 0; i < entries.length; i++) {
            entries[i] = Math.scalb(entries[i], rows[from + i / n] + columns[i % n]);
        }
        return new Matrix(a.rows(), n, entries);
    }

    private double[] right(double[] b, int from) {
        double[] right = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            right[i] = Math.scalb(b[i], rows[from + i] - rightExponent);
        }
        return right;
    }

    /** @return in the units of the caller, whose Q has this eigenvalue */
    QuadraticSolution restored(QuadraticSolution solution, double smallestEigenvalue) {
        return new QuadraticSolution(
                solution.status(),
                point(solution.x()),
                solution.value() == null ? null : Math.scalb(solution.value(), -costExponent),
                solution.multipliers() == null ? null : multipliers(solution.multipliers()),
                solution.contradiction(),
                solution.ray() == null ? null : ray(solution.ray()),
                solution.active(),
                solution.unique(),
                smallestEigenvalue,
                solution.iterations());
    }

    private double[] point(double[] y) {
        double[] x = new double[y.length];
        for (int j = 0; j < y.length; j++) {
            // What is on a bound is on the caller's, even where the scaled one is subnormal.
            x[j] = y[j] == constraints.lower()[j]
                    ? given.lower()[j]
                    : y[j] == constraints.upper()[j] ? given.upper()[j] : Math.scalb(y[j], columns[j] + rightExponent);
        }
        return x;
    }

    private double[] ray(double[] direction) {
        double[] ray = new double[direction.length];
        double largest = 0;
        for (int j = 0; j < ray.length; j++) {
            ray[j] = Math.scalb(direction[j], columns[j]);
            largest = Math.max(largest, Math.abs(ray[j]));
        }
        for (int j = 0; j < ray.length; j++) {
            ray[j] /= largest;
        }
        return ray;
    }

    /** @return in the units of the caller */
    Multipliers multipliers(Multipliers scaled) {
        int common = -rightExponent - costExponent;
        return new Multipliers(
                times(scaled.inequalities(), rows, 0, 1, common),
                times(scaled.equations(), rows, given.limits().length, 1, common),
                times(scaled.lower(), columns, 0, -1, common),
                times(scaled.upper(), columns, 0, -1, common));
    }

    private static double[] times(double[] values, int[] exponents, int from, int sign, int common) {
        double[] result = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            result[k] = Math.scalb(values[k], sign * exponents[from + k] + common);
        }
        return result;
    }
}
