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

    /** Powers of two up to this keep what they multiply apart from the ends of the range, but for columns that are looked at again. */
    private static final int FACTOR = 1000;

    /** The exponent of a column of zeros. */
    private static final int NONE = Integer.MIN_VALUE;

    public static Equilibration of(Matrix a) {
        int m = a.rows();
        int n = a.columns();
        int[] rows = new int[m];
        for (int i = 0; i < m; i++) {
            double max = maxAbs(a.values(), i * n, n);
            rows[i] = max == 0 ? 0 : -exponent(max);
        }
        int[] columns = largestExponents(a, rows);
        for (int j = 0; j < n; j++) {
            columns[j] = columns[j] == NONE ? 0 : -columns[j];
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
        return allZero(rows) && allZero(columns);
    }

    private static boolean allZero(int[] exponents) {
        for (int exponent : exponents) {
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
        int[] largest = largestExponents(b, rows);
        boolean moderate = true;
        for (int k = 0; k < exponents.length; k++) {
            if (largest[k] != NONE && Math.abs(largest[k]) > MODERATE) {
                exponents[k] = largest[k];
                moderate = false;
            }
        }
        return moderate && trivial()
                ? new RightHandSide(b, exponents)
                : new RightHandSide(scaled(b, rows, negated(exponents)), exponents);
    }

    /** @return X = C·Y from the Y that solves S·Y = R·B, in the scale of B */
    public Matrix solution(Matrix y, RightHandSide b) {
        return allZero(columns) && allZero(b.exponents) ? y : scaled(y, columns, b.exponents);
    }

    /** @return A⁻¹ = C·S⁻¹·R */
    public Matrix inverse(Matrix ofScaled) {
        return trivial() ? ofScaled : scaled(ofScaled, columns, rows);
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

    /** @return of each column of R·B the exponent of its largest entry */
    private static int[] largestExponents(Matrix b, int[] rows) {
        int k = b.columns();
        double[] largest = new double[k];
        double[] line = new double[k];
        boolean bearable = true;
        for (int i = 0; i < rows.length && bearable; i++) {
            bearable = Math.abs(rows[i]) <= FACTOR;
            double factor = Math.scalb(1.0, rows[i]);
            System.arraycopy(b.values(), i * k, line, 0, k);
            for (int j = 0; j < k; j++) { // the same place in both: compiled to vector instructions
                largest[j] = Math.max(largest[j], Math.abs(line[j]) * factor);
            }
        }
        int[] exponents = new int[k];
        for (int j = 0; j < k; j++) {
            boolean safe = bearable && largest[j] > 0x1p-900 && largest[j] < Double.POSITIVE_INFINITY;
            exponents[j] = safe ? exponent(largest[j]) : largestExponent(b, rows, j);
        }
        return exponents;
    }

    private static int largestExponent(Matrix b, int[] rows, int column) {
        int max = NONE;
        for (int i = 0; i < rows.length; i++) {
            double entry = b.get(i, column);
            if (entry != 0) {
                max = Math.max(max, exponent(entry) + rows[i]);
            }
        }
        return max;
    }

    private static double maxAbs(double[] values, int from, int length) {
        double even = 0;
        double odd = 0;
        int at = from;
        int end = from + length;
        for (; at < end - 1; at += 2) { // the two do not wait for each other
            even = Math.max(even, Math.abs(values[at]));
            odd = Math.max(odd, Math.abs(values[at + 1]));
        }
        return at < end ? Math.max(Math.max(even, odd), Math.abs(values[at])) : Math.max(even, odd);
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
