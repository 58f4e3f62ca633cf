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

    /** Sizes between 2^±this bear products and sums. */
    private static final int MODERATE = 300;

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

    /**
     * R·B, its columns divided by powers of two where they are not of moderate size.
     *
     * @param matrix the right-hand sides that go with S
     * @param exponents column k was divided by 2^exponents[k], and so will be its solution
     */
    public record RightHandSide(Matrix matrix, int[] exponents) {}

    public RightHandSide rightHandSide(Matrix b) {
        int[] exponents = new int[b.columns()];
        boolean moderate = true;
        for (int k = 0; k < exponents.length; k++) {
            int max = Integer.MIN_VALUE;
            for (int i = 0; i < b.rows(); i++) {
                if (b.get(i, k) != 0) {
                    max = Math.max(max, exponent(b.get(i, k)) + rows[i]);
                }
            }
            if (max != Integer.MIN_VALUE && Math.abs(max) > MODERATE) {
                exponents[k] = max;
                moderate = false;
            }
        }
        return moderate && trivial()
                ? new RightHandSide(b, exponents)
                : new RightHandSide(scaled(b, rows, negated(exponents)), exponents);
    }

    /** @return X = C·Y from the Y that solves S·Y = R·B, in the scale of B */
    public Matrix solution(Matrix y, RightHandSide b) {
        return scaled(y, columns, b.exponents);
    }

    /** @return C·Y */
    public Matrix solution(Matrix y) {
        return trivial() ? y : scaled(y, columns, new int[y.columns()]);
    }

    private static int[] negated(int[] exponents) {
        int[] result = new int[exponents.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = -exponents[i];
        }
        return result;
    }

    /** Near 1 throughout, and of moderate scale. */
    private static boolean similar(int[] exponents) {
        int min = Integer.MAX_VALUE;
        int max = Integer.MIN_VALUE;
        for (int exponent : exponents) {
            min = Math.min(min, exponent);
            max = Math.max(max, exponent);
        }
        return max - min <= SIMILAR && Math.abs((long) max) <= MODERATE;
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
