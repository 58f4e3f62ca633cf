package org.mlmath.numerics.linear;

/**
 * The convention that takes the arbitrariness out of vectors which are determined up to a factor of modulus 1: the first entry whose
 * modulus is within 1e-8, relative, of the largest is real and positive. (The very largest would not do: where two entries are equal
 * in theory, rounding would choose between them.)
 *
 * <p>The arrays are changed in place: they must be the caller's own.
 */
public final class Signs {
    private static final double NEAR = 1 - 1e-8;

    private Signs() {}

    /** Fixes the columns of U; the row of Vᵀ that belongs to a column is turned with it, a column without a row stands alone. */
    public static void fix(Matrix u, Matrix vt) {
        boolean[] turned = turnColumns(u);
        for (int j = 0; j < u.columns(); j++) {
            if (turned[j]) {
                if (j < vt.rows() && j < u.rows()) {
                    negate(vt.values(), j * vt.columns(), 1, vt.columns());
                }
            }
        }
        for (int i = u.columns(); i < vt.rows(); i++) {
            if (leading(vt.values(), i * vt.columns(), 1, vt.columns()) < 0) {
                negate(vt.values(), i * vt.columns(), 1, vt.columns());
            }
        }
    }

    /** Fixes the columns. */
    public static void fixColumns(Matrix vectors) {
        turnColumns(vectors);
    }

    /** Fixes the columns, looked at row by row, as they lie in memory; says which ones it turned. */
    private static boolean[] turnColumns(Matrix vectors) {
        int n = vectors.columns();
        double[] values = vectors.values();
        double[] max = vectors.columnsMaxAbs();
        boolean[] found = new boolean[n];
        boolean[] turned = new boolean[n];
        int left = n;
        for (int row = 0; left > 0 && row < values.length; row += n) {
            for (int j = 0; j < n; j++) {
                if (!found[j] && Math.abs(values[row + j]) >= NEAR * max[j]) {
                    found[j] = true;
                    turned[j] = values[row + j] < 0;
                    left--;
                }
            }
        }
        for (int j = 0; j < n; j++) {
            if (turned[j]) {
                negate(values, j, n, vectors.rows());
            }
        }
        return turned;
    }

    /** Turns the columns of Q, and the rows of R with them, so that no diagonal entry of R is negative. */
    public static void fixDiagonal(Matrix q, Matrix r) {
        for (int i = 0; i < Math.min(r.rows(), r.columns()); i++) {
            if (r.get(i, i) < 0) {
                negate(r.values(), i * r.columns(), 1, r.columns());
                negate(q.values(), i, q.columns(), q.rows());
            }
        }
    }

    /** Fixes the columns of Z, and turns the rows and columns of T with them: Z·T·Zᵀ stays what it is. */
    public static void fixSimilarity(Matrix z, Matrix t) {
        for (int j = 0; j < z.columns(); j++) {
            if (leading(z.values(), j, z.columns(), z.rows()) < 0) {
                reflect(z, t, j);
            }
        }
    }

    /** Turns each column of Z by a phase, and the rows and columns of T with it: Z·T·Zᴴ stays what it is. */
    public static void fixSimilarity(ComplexMatrix z, ComplexMatrix t) {
        int n = z.columns();
        if (!z.isComplex()) {
            fixSimilarity(new Matrix(n, n, z.re()), new Matrix(n, n, t.re()));
            return;
        }
        for (int j = 0; j < n; j++) {
            int first = leading(z, j);
            double modulus = Math.hypot(z.re()[first], z.im()[first]);
            double cosine = z.re()[first] / modulus;
            double sine = z.im()[first] / modulus;
            if (sine != 0 || cosine < 0) {
                for (int k = 0; k < n; k++) {
                    turn(z, k * n + j, cosine, -sine);
                    if (k != j) {
                        turn(t, k * n + j, cosine, -sine);
                        turn(t, j * n + k, cosine, sine);
                    }
                }
                z.re()[first] = modulus;
                z.im()[first] = 0;
            }
        }
    }

    private static void turn(ComplexMatrix a, int at, double cosine, double sine) {
        double x = a.re()[at] * cosine - a.im()[at] * sine;
        a.im()[at] = a.im()[at] * cosine + a.re()[at] * sine + 0.0;
        a.re()[at] = x + 0.0;
    }

    /** @return where the entry stands that decides on column j */
    private static int leading(ComplexMatrix vectors, int j) {
        double[] re = vectors.re();
        double[] im = vectors.im();
        int n = vectors.columns();
        double max = 0;
        for (int at = j; at < re.length; at += n) {
            max = Math.max(max, Math.hypot(re[at], im[at]));
        }
        int first = j;
        while (first < re.length - n && Math.hypot(re[first], im[first]) < NEAR * max) {
            first += n;
        }
        return first;
    }

    /** Turns the columns of Q, and the rows and columns of H with them, so that no entry below H's diagonal is negative. */
    public static void fixSubdiagonal(Matrix q, Matrix h) {
        if (q.get(0, 0) < 0) {
            reflect(q, h, 0);
        }
        for (int j = 1; j < h.columns(); j++) {
            if (h.get(j, j - 1) < 0) {
                reflect(q, h, j);
            }
        }
    }

    private static void reflect(Matrix basis, Matrix form, int j) {
        negate(basis.values(), j, basis.columns(), basis.rows());
        negate(form.values(), j, form.columns(), form.rows());
        negate(form.values(), j * form.columns(), 1, form.columns());
    }

    /** Turns each column by a phase, to 2-norm 1 as it was. */
    public static void fixColumns(ComplexMatrix vectors) {
        if (!vectors.isComplex()) {
            fixColumns(new Matrix(vectors.rows(), vectors.columns(), vectors.re()));
            return;
        }
        double[] re = vectors.re();
        double[] im = vectors.im();
        int n = vectors.columns();
        for (int j = 0; j < n; j++) {
            int first = leading(vectors, j);
            double modulus = Math.hypot(re[first], im[first]);
            if (modulus > 0 && (im[first] != 0 || re[first] < 0)) {
                double cosine = re[first] / modulus;
                double sine = im[first] / modulus;
                for (int at = j; at < re.length; at += n) {
                    turn(vectors, at, cosine, -sine);
                }
                re[first] = modulus;
                im[first] = 0;
            }
        }
    }

    /** @return the entry that decides, among {@code count} of them from {@code start} on */
    private static double leading(double[] values, int start, int stride, int count) {
        double max = 0;
        for (int k = 0, at = start; k < count; k++, at += stride) {
            max = Math.max(max, Math.abs(values[at]));
        }
        for (int k = 0, at = start; k < count; k++, at += stride) {
            if (Math.abs(values[at]) >= NEAR * max) {
                return values[at];
            }
        }
        return 0;
    }

    private static void negate(double[] values, int start, int stride, int count) {
        for (int k = 0, at = start; k < count; k++, at += stride) {
            values[at] = 0.0 - values[at]; // not -x: that makes −0 of 0
        }
    }
}
