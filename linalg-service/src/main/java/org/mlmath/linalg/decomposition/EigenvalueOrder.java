package org.mlmath.linalg.decomposition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.ComplexVector;
import org.mlmath.numerics.linear.EigenFactors;
import org.mlmath.numerics.linear.Matrix;

/**
 * Eigenvalues by real, then by imaginary part. Real parts that differ by no more than the algorithm's error, of values that are not
 * all real, are made equal first: else rounding would decide whether −i comes before 2i.
 */
final class EigenvalueOrder {
    private EigenvalueOrder() {}

    static EigenFactors sorted(Matrix a, EigenFactors factors) {
        int n = a.rows();
        boolean complex = factors.values().isComplex();
        double[] re = factors.values().re().clone();
        double[] im = complex ? factors.values().im() : new double[n];
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(j -> re[j]));
        if (complex) {
            level(order, re, im, 4 * n * Math.ulp(1.0) * a.frobeniusNorm());
        }
        Arrays.sort(order, Comparator.<Integer>comparingDouble(j -> re[j]).thenComparingDouble(j -> im[j]));
        int[] from = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        ComplexVector values = new ComplexVector(picked(re, from, 1), complex ? picked(im, from, 1) : null);
        ComplexMatrix vectors = factors.vectors();
        if (vectors != null) {
            vectors = new ComplexMatrix(
                    n, n, picked(vectors.re(), from, n), vectors.isComplex() ? picked(vectors.im(), from, n) : null);
        }
        return new EigenFactors(values, vectors);
    }

    private static void level(Integer[] order, double[] re, double[] im, double tolerance) {
        int n = order.length;
        for (int start = 0; start < n; ) {
            int end = start + 1;
            boolean real = im[order[start]] == 0;
            double sum = re[order[start]];
            while (end < n && re[order[end]] - re[order[end - 1]] <= tolerance) {
                real &= im[order[end]] == 0;
                sum += re[order[end]];
                end++;
            }
            if (!real && re[order[start]] != re[order[end - 1]]) {
                double mean = sum / (end - start);
                for (int k = start; k < end; k++) {
                    re[order[k]] = mean;
                }
            }
            start = end;
        }
    }

    /** @return the columns in this order, of a matrix with that many rows; without negative zeros */
    private static double[] picked(double[] values, int[] order, int rows) {
        double[] result = new double[values.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < order.length; j++) {
                result[i * order.length + j] = values[i * order.length + order[j]] + 0.0;
            }
        }
        return result;
    }
}
