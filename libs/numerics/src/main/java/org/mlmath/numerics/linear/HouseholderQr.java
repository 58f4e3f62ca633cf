package org.mlmath.numerics.linear;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A[:, p] = Q·R by Householder reflections, without native code.
 *
 * <p>Hipparchus always forms all of Q, m×m: for a tall matrix that is m/n times the work and the memory, and its pivoting has been
 * seen to choose columns a thousand times smaller than the largest. Here Q has the columns that are asked for. Columns are arrays
 * of their own, so that every inner loop runs along one. About 4·m·n·k operations for k columns of Q. Source: Golub and Van Loan,
 * <i>Matrix Computations</i>, 4th ed., §5.1, §5.2 and §5.4.2.
 */
final class HouseholderQr {
    private final int m;
    private final int n;
    private final double[][] columns;
    private final int[] permutation;

    /** Of reflection k, I − β·v·vᵀ: v from row k on stands where its column's zeros would. */
    private final double[] beta;

    private final double[] diagonal;

    private HouseholderQr(Matrix a) {
        m = a.rows();
        n = a.columns();
        columns = new double[n][];
        for (int j = 0; j < n; j++) {
            columns[j] = a.columnAt(j);
        }
        permutation = IntStream.range(0, n).toArray();
        beta = new double[Math.min(m, n)];
        diagonal = new double[beta.length];
    }

    /** @param a at a scale where squares of its entries neither overflow nor vanish */
    static QrFactors of(Matrix a, boolean full, boolean pivoting) {
        HouseholderQr qr = new HouseholderQr(a);
        for (int k = 0; k < qr.beta.length; k++) {
            if (pivoting) {
                qr.bringLargest(k);
            }
            qr.reflect(k);
        }
        int width = full ? qr.m : qr.beta.length;
        return new QrFactors(qr.q(width), qr.r(width), pivoting ? qr.permutation : null);
    }

    /** The column with the largest rest is next (Businger and Golub, 1965); rests are summed anew, so none drifts. */
    private void bringLargest(int k) {
        int largest = k;
        double most = -1;
        for (int j = k; j < n; j++) {
            double square = dot(columns[j], columns[j], k);
            if (square > most) {
                most = square;
                largest = j;
            }
        }
        double[] column = columns[largest];
        columns[largest] = columns[k];
        columns[k] = column;
        int place = permutation[largest];
        permutation[largest] = permutation[k];
        permutation[k] = place;
    }

    private void reflect(int k) {
        double[] v = columns[k];
        double largest = 0;
        for (int i = k; i < m; i++) {
            largest = Math.max(largest, Math.abs(v[i]));
        }
        if (largest == 0) {
            return; // β = 0: the identity
        }
        // At the scale of 1, since the square of what is left of a column may vanish; the reflection is the same.
        int exponent = Math.getExponent(largest);
        for (int i = k; i < m; i++) {
            v[i] = Math.scalb(v[i], -exponent);
        }
        double norm = Math.sqrt(dot(v, v, k));
        double image = v[k] > 0 ? -norm : norm; // of the sign that does not cancel
        diagonal[k] = Math.scalb(image, exponent);
        v[k] -= image;
        beta[k] = 2 / dot(v, v, k);
        for (int j = k + 1; j < n; j++) {
            apply(k, columns[j]);
        }
    }

    private void apply(int k, double[] x) {
        double[] v = columns[k];
        double share = beta[k] * dot(v, x, k);
        for (int i = k; i < m; i++) {
            x[i] -= share * v[i];
        }
    }

    private static double dot(double[] x, double[] y, int from) {
        double even = 0; // two sums that do not wait for each other
        double odd = 0;
        int i = from;
        for (; i + 1 < x.length; i += 2) {
            even += x[i] * y[i];
            odd += x[i + 1] * y[i + 1];
        }
        return i < x.length ? even + odd + x[i] * y[i] : even + odd;
    }

    private Matrix q(int width) {
        double[] q = new double[m * width];
        double[] column = new double[m];
        for (int j = 0; j < width; j++) {
            Arrays.fill(column, 0);
            column[j] = 1;
            // A later reflection leaves the unit vector alone.
            for (int k = Math.min(j, beta.length - 1); k >= 0; k--) {
                apply(k, column);
            }
            for (int i = 0; i < m; i++) {
                q[i * width + j] = column[i];
            }
        }
        return new Matrix(m, width, q);
    }

    private Matrix r(int height) {
        double[] r = new double[height * n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < Math.min(j, beta.length); i++) {
                r[i * n + j] = columns[j][i];
            }
            if (j < beta.length) {
                r[j * n + j] = diagonal[j];
            }
        }
        return new Matrix(height, n, r);
    }
}
