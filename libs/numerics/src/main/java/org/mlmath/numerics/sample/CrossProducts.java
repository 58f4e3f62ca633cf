package org.mlmath.numerics.sample;

import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * Sums of products of deviations from the means, for every two columns. The deviations are taken from means of two doubles and scaled
 * by powers of two, so that neither large means nor large or small units cost digits; the sums themselves are matrix products.
 */
public final class CrossProducts {
    private final int size;
    private final SampleMoments[] moments;
    private final int[] exponents;
    private final Matrix sums;

    private CrossProducts(int size, SampleMoments[] moments, int[] exponents, Matrix sums) {
        this.size = size;
        this.moments = moments;
        this.exponents = exponents;
        this.sums = sums;
    }

    /** @param columns finite, at least one, of the same length, at least 1 */
    public static CrossProducts of(List<double[]> columns, Deadline deadline) {
        int n = columns.getFirst().length;
        int p = columns.size();
        SampleMoments[] moments = new SampleMoments[p];
        int[] exponents = new int[p];
        double[] scaled = new double[n * p];
        for (int j = 0; j < p; j++) {
            deadline.check();
            double[] column = columns.get(j);
            moments[j] = SampleMoments.of(column);
            double deviation = moments[j].standardDeviation(n);
            exponents[j] = deviation > 0 ? Math.getExponent(deviation) : 0;
            for (int i = 0; i < n; i++) {
                scaled[i * p + j] = Math.scalb(moments[j].deviation(column[i]), -exponents[j]);
            }
        }
        Matrix sums = Kernels.current().gram(new Matrix(n, p, scaled));
        return new CrossProducts(n, moments, exponents, sums);
    }

    public int size() {
        return size;
    }

    public int columns() {
        return moments.length;
    }

    public double mean(int column) {
        return moments[column].mean();
    }

    /** Σ(xᵢ − x̄)(yᵢ − ȳ) / divisor for every two columns; NaN where the divisor is not positive. */
    public Matrix covariance(double divisor) {
        int p = columns();
        double[] covariance = new double[p * p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                covariance[i * p + j] = i == j
                        ? moments[i].variance(divisor)
                        : divisor > 0
                                ? Math.scalb(Math.scalb(sums.get(i, j) / divisor, exponents[i]), exponents[j])
                                : Double.NaN;
            }
        }
        return new Matrix(p, p, covariance);
    }

    /** Pearson's r for every two columns, exactly 1 of a column with itself; NaN where one of them does not vary. */
    public Matrix correlation() {
        int p = columns();
        double[] correlation = new double[p * p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                double r = sums.get(i, j) / Math.sqrt(sums.get(i, i)) / Math.sqrt(sums.get(j, j));
                boolean same = i == j && sums.get(i, i) > 0;
                correlation[i * p + j] = same ? 1 : Math.clamp(r, -1, 1);
            }
        }
        return new Matrix(p, p, correlation);
    }
}
