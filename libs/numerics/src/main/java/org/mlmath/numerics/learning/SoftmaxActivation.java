package org.mlmath.numerics.learning;

/**
 * The softmax of each row, pᵢ = e^zᵢ / Σ e^zⱼ, or its logarithm. Shifted by the largest entry, so that nothing overflows;
 * logarithms are right also where the probability itself underflows.
 */
public enum SoftmaxActivation implements Activation {
    SOFTMAX,
    LOG_SOFTMAX;

    @Override
    public double[] apply(double[] z, int rows, int columns) {
        double[] a = new double[z.length];
        for (int i = 0; i < rows; i++) {
            if (this == SOFTMAX) {
                probabilities(z, i * columns, columns, a, i * columns);
            } else {
                logProbabilities(z, i * columns, columns, a, i * columns);
            }
        }
        return a;
    }

    @Override
    public double[] pullBack(double[] z, double[] upstream, int rows, int columns) {
        double[] delta = new double[z.length];
        double[] p = new double[columns];
        for (int i = 0; i < rows; i++) {
            int from = i * columns;
            probabilities(z, from, columns, p, 0);
            double mean = 0;
            for (int j = 0; j < columns; j++) {
                mean += (this == SOFTMAX ? p[j] : 1) * upstream[from + j];
            }
            for (int j = 0; j < columns; j++) {
                double u = upstream[from + j];
                delta[from + j] = this == SOFTMAX ? p[j] * (u - mean) : u - p[j] * mean;
            }
        }
        return delta;
    }

    /**
     * The Jacobian of one row. Softmax: pᵢ(δᵢⱼ − pⱼ). Log-softmax: δᵢⱼ − pⱼ. Where a probability is nearly 1, its distance from 1 is
     * the sum of the others.
     *
     * @param z the row
     * @return columns×columns, row-major: ∂aᵢ/∂zⱼ
     */
    public double[] jacobian(double[] z) {
        int n = z.length;
        double[] p = new double[n];
        probabilities(z, 0, n, p, 0);
        double[] jacobian = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double factor = i == j ? complement(p, j) : -p[j];
                jacobian[i * n + j] = (this == SOFTMAX ? p[i] * factor : factor) + 0.0;
            }
        }
        return jacobian;
    }

    /** Writes the softmax of z[from], …, z[from + count − 1]. */
    static void probabilities(double[] z, int from, int count, double[] out, int at) {
        double largest = largest(z, from, count);
        double sum = 0;
        for (int j = 0; j < count; j++) {
            double e = Math.exp(z[from + j] - largest);
            out[at + j] = e;
            sum += e;
        }
        for (int j = 0; j < count; j++) {
            out[at + j] /= sum;
        }
    }

    /** Writes the logarithms of the softmax of z[from], …, z[from + count − 1]. */
    static void logProbabilities(double[] z, int from, int count, double[] out, int at) {
        int top = from;
        for (int j = from; j < from + count; j++) {
            if (z[j] > z[top]) {
                top = j;
            }
        }
        double others = 0;
        for (int j = from; j < from + count; j++) {
            others += j == top ? 0 : Math.exp(z[j] - z[top]);
        }
        double logarithm =
                Math.log1p(others); // the largest entry's own term is the 1: a small sum beside it keeps its digits
        for (int j = 0; j < count; j++) {
            out[at + j] = z[from + j] - z[top] - logarithm;
        }
    }

    /** @return 1 − pⱼ */
    static double complement(double[] p, int j) {
        if (p[j] < 0.5) {
            return 1 - p[j];
        }
        double others = 0;
        for (int k = 0; k < p.length; k++) {
            others += k == j ? 0 : p[k];
        }
        return others;
    }

    private static double largest(double[] z, int from, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = from; j < from + count; j++) {
            largest = Math.max(largest, z[j]);
        }
        return largest;
    }
}
