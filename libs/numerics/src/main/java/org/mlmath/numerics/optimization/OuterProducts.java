package org.mlmath.numerics.optimization;

/** Sums of w·x·xᵀ: what the Hessians of models on data are made of. */
final class OuterProducts {
    private OuterProducts() {}

    /** Adds w·x·xᵀ to a square matrix by rows. */
    static void add(double[] matrix, double[] x, double weight) {
        add(matrix, 0, 0, x.length, x, weight);
    }

    /** Adds w·x·xᵀ to a block of a square matrix of that order. */
    static void add(double[] matrix, int row, int column, int order, double[] x, double weight) {
        for (int i = 0; i < x.length; i++) {
            int at = (row + i) * order + column;
            // The products in this order, for exact symmetry.
            for (int j = 0; j < x.length; j++) {
                matrix[at + j] += weight * (x[i] * x[j]);
            }
        }
    }
}
