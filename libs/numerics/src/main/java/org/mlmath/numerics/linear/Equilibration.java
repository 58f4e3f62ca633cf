package org.mlmath.numerics.linear;

/**
 * A with its rows, then its columns, multiplied by powers of two that bring the largest entry of each near 1: S = R·A·C. Nothing is
 * rounded. What makes a system hard is the condition of S: that of A also counts the units its rows and columns are in.
 *
 * <p>A matrix whose rows and columns are of similar size already is left alone. Source: Golub and Van Loan, <i>Matrix
 * Computations</i>, 4th ed., §3.5.2.
 *
 * @param scaled S
 * @param rows exponents: row i was multiplied by 2^rows[i]
 * @param columns exponents: column j was multiplied by 2^columns[j]
 */
public record Equilibration(Matrix scaled, int[] rows, int[] columns) {
    /** Sizes within a factor of 2^this do no harm. */
    private static final int SIMILAR = 4;

    public static Equilibration of(Matrix a) {
        int m = a.rows();
        int n = a.columns();
        int[] rows = new int[m];
        for (int i = 0; i < m; i++) {
            double max = 0;
            for (int j = 0; j < n; j++) {
                max = Math.max(max, Math.abs(a.get(i, j)));
            }
            rows[i] = max == 0 ? 0 : -exponent(max);
        }
        int[] columns = new int[n];
        for (int j = 0; j < n; j++) {
            int max = Integer.MIN_VALUE;
            for (int i = 0; i < m; i++) {
                double entry = a.get(i, j);
                if (entry != 0) {
                    max = Math.max(max, exponent(entry) + rows[i]);
                }
            }
            columns[j] = max == Integer.MIN_VALUE ? 0 : -max;
        }
        if (similar(rows) && similar(columns)) {
            return new Equilibration(a, new int[m], new int[n]);
        }
        return new Equilibration(scaled(a, rows, columns), rows, columns);
    }

    /**
     * D·A·D for a symmetric matrix with a positive diagonal, whose diagonal comes into [1, 4): scaled like that it stays symmetric.
     */
    public static Equilibration ofSymmetric(Matrix a) {
        int n = a.rows();
        int[] exponents = new int[n];
        for (int i = 0; i < n; i++) {
            exponents[i] = a.get(i, i) > 0 ? -Math.floorDiv(exponent(a.get(i, i)), 2) : 0;
        }
        return similar(exponents)
                ? new Equilibration(a, new int[n], new int[n])
                : new Equilibration(scaled(a, exponents, exponents), exponents, exponents);
    }

    /** @return whether S is A itself */
    public boolean trivial() {
        for (int exponent : rows) {
            if (exponent != 0) {
                return false;
            }
        }
        for (int exponent : columns) {
            if (exponent != 0) {
                return false;
            }
        }
        return true;
    }

    /** @return R·B: the right-hand side that goes with S */
    public Matrix rightHandSide(Matrix b) {
        return trivial() ? b : scaled(b, rows, new int[b.columns()]);
    }

    /** @return X = C·Y from the Y that solves S·Y = R·B */
    public Matrix solution(Matrix y) {
        return trivial() ? y : scaled(y, columns, new int[y.columns()]);
    }

    /** Near 1 throughout, and of moderate scale. */
    private static boolean similar(int[] exponents) {
        int min = Integer.MAX_VALUE;
        int max = Integer.MIN_VALUE;
        for (int exponent : exponents) {
            min = Math.min(min, exponent);
            max = Math.max(max, exponent);
        }
        return max - min <= SIMILAR && Math.abs((long) max) <= 300;
    }

    private static int exponent(double value) {
        return Math.abs(value) < Double.MIN_NORMAL ? Math.getExponent(value * 0x1p60) - 60 : Math.getExponent(value);
    }

    private static Matrix scaled(Matrix a, int[] rows, int[] columns) {
        int n = a.columns();
        double[] values = new double[a.values().length];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < n; j++) {
                values[i * n + j] = Math.scalb(a.get(i, j), rows[i] + columns[j]);
            }
        }
        return new Matrix(a.rows(), n, values);
    }
}
