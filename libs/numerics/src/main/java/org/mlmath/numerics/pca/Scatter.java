package org.mlmath.numerics.pca;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * How rows scatter about their mean x̄: S = Σ(x − x̄)(x − x̄)ᵀ, n − 1 times their covariance, from one pass over the data.
 *
 * <p>Rows are taken from a point c near the mean, and d = Σ(x − c) corrects what that misses: x̄ = c + d/n and
 * S = Σ(x − c)(x − c)ᵀ − ddᵀ/n, the corrected two-pass algorithm with a c of less work. As c is the mean of every {@value #STEP}th row, the
 * sum is in no direction more than {@value #STEP} times what S is there, whatever the data; in nearly all they are the same but for
 * rounding, and nothing cancels. Source: Chan, Golub, LeVeque, <i>Algorithms for computing the sample variance</i>, American Statistician
 * 37(3), 1983.
 *
 * <p>Columns of equal numbers have exactly these as their mean and exactly zero products. The error is a multiple of n·ε·tr S.
 *
 * @param rows n
 * @param mean x̄
 * @param products S, p×p
 */
public record Scatter(int rows, double[] mean, Matrix products) {
    private static final int STEP = 8;

    /** Deviations summed by themselves, then added to the others: so that rounding does not grow with the number of rows. */
    private static final int SUMMED = 128;

    /** Entries of a block of rows: with its products it stays in the processor's cache. */
    static final int BLOCK = 32_768;

    /** @param data at least 1 row and 1 column; overflows, into infinities and NaN, only beyond 1e150 */
    public static Scatter of(Matrix data, Deadline deadline) {
        int n = data.rows();
        int p = data.columns();
        double[] center = middle(data, deadline);
        double[] deviations = new double[p];
        double[] products = new double[p * p];
        Kernel kernel = Kernels.current();
        int most = Math.max(p, BLOCK / p + 1);
        double[] block = new double[Math.min(n, most) * p];
        for (int from = 0; from < n; from += most) {
            deadline.check();
            int rows = Math.min(most, n - from);
            if (rows * p < block.length) {
                block = new double[rows * p];
            }
            System.arraycopy(data.values(), from * p, block, 0, rows * p); // in one stream, as memory likes it best
            for (int first = 0; first < rows; first += SUMMED) {
                double[] sum = new double[p];
                int end = Math.min(first + SUMMED, rows);
                int row = first;
                for (; row + 4 <= end; row += 4) {
                    centerFour(block, row * p, center, sum);
                }
                for (; row < end; row++) {
                    center(block, row * p, center, sum);
                }
                for (int j = 0; j < p; j++) {
                    deviations[j] += sum[j];
                }
            }
            kernel.addGram(new Matrix(rows, p, block), products);
        }
        return corrected(n, center, deviations, products);
    }

    private static double[] middle(Matrix data, Deadline deadline) {
        int p = data.columns();
        double[] center = data.row(0);
        double[] sum = new double[p];
        int taken = 0;
        for (int i = 0; i < data.rows(); i += STEP) {
            if (taken++ % 512 == 0) {
                deadline.check();
            }
            int at = i * p;
            for (int j = 0; j < p; j++) {
                sum[j] += data.values()[at + j] - center[j];
            }
        }
        for (int j = 0; j < p; j++) {
            center[j] += sum[j] / taken;
        }
        return center;
    }

    private static void center(double[] block, int row, double[] center, double[] sum) {
        for (int j = 0; j < center.length; j++) {
            double deviation = block[row + j] - center[j];
            block[row + j] = deviation;
            sum[j] += deviation;
        }
    }

    /** Four rows: sums are read and written a quarter as often. */
    private static void centerFour(double[] block, int row, double[] center, double[] sum) {
        int p = center.length;
        for (int j = 0; j < p; j++) {
            double middle = center[j];
            double first = block[row + j] - middle;
            double second = block[row + p + j] - middle;
            double third = block[row + 2 * p + j] - middle;
            double fourth = block[row + 3 * p + j] - middle;
            block[row + j] = first;
            block[row + p + j] = second;
            block[row + 2 * p + j] = third;
            block[row + 3 * p + j] = fourth;
            sum[j] += (first + second) + (third + fourth);
        }
    }

    private static Scatter corrected(int n, double[] center, double[] deviations, double[] products) {
        int p = center.length;
        for (int i = 0; i < p; i++) {
            double share = deviations[i] / n;
            for (int j = i; j < p; j++) {
                products[i * p + j] -= share * deviations[j];
            }
            products[i * p + i] = Math.max(0, products[i * p + i]);
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                products[i * p + j] = products[j * p + i];
            }
            center[i] += deviations[i] / n;
        }
        return new Scatter(n, center, new Matrix(p, p, products));
    }

    /** @param scale whether the standardised columns have the standard deviation 1, if they vary */
    public Standardization standardization(boolean scale) {
        if (!scale) {
            return new Standardization(mean, null);
        }
        double[] deviations = new double[mean.length];
        for (int j = 0; j < deviations.length; j++) {
            double squares = products.get(j, j);
            deviations[j] = squares == 0 ? 1 : Math.sqrt(squares / (rows - 1));
        }
        return new Standardization(mean, deviations);
    }

    /** @return ZᵀZ of the standardised data */
    Matrix gram(Standardization standard) {
        if (standard.scale() == null) {
            return products;
        }
        int p = mean.length;
        double[] gram = new double[p * p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                gram[i * p + j] = products.get(i, j) / standard.scale()[i] / standard.scale()[j];
            }
        }
        return new Matrix(p, p, gram);
    }
}
