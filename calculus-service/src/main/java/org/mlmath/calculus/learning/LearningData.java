package org.mlmath.calculus.learning;

import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** Features as models see them. */
final class LearningData {
    private LearningData() {}

    /**
     * @throws InsufficientDataException where there are no observations
     * @throws DimensionMismatchException where there are not as many targets
     */
    static Matrix features(VectorOrMatrix features, int targets) {
        Matrix x = features.matrix();
        if (x.rows() == 0) {
            throw new InsufficientDataException("There are no observations.").at("/features");
        }
        if (x.rows() != targets) {
            throw new DimensionMismatchException("features has %d rows, targets has %d.".formatted(x.rows(), targets))
                    .at("/targets");
        }
        return x;
    }

    /**
     * Points as rows: a matrix, a vector of values of one feature, or a vector that is one point.
     *
     * @throws DimensionMismatchException where they have another number of coordinates
     */
    static Matrix points(VectorOrMatrix given, int columns, String pointer) {
        Matrix points = given.matrix();
        if (given.vector() && columns != 1 && points.rows() == columns) {
            return new Matrix(1, columns, points.values());
        }
        if (points.columns() != columns && points.rows() > 0) {
            throw new DimensionMismatchException(
                            "A point has %d coordinates; there are %d features.".formatted(points.columns(), columns))
                    .at(pointer);
        }
        return points.rows() == 0 ? new Matrix(0, columns, new double[0]) : points;
    }

    /** The largest singular value; for a matrix whose decomposition is dear, the Frobenius norm, which is no smaller. */
    static double spectralNorm(Matrix a) {
        if (a.columns() == 0 || a.maxAbs() == 0) {
            return 0;
        }
        return LearningCost.solvable(a.rows(), a.columns(), 1)
                ? Kernels.current().svd(a, Kernel.Vectors.NONE).singularValues()[0]
                : a.frobeniusNorm();
    }

    /** xᵢ·w + b for each row. */
    static double[] outputs(Matrix x, double[] weights, double intercept) {
        double[] outputs = new double[x.rows()];
        for (int i = 0; i < outputs.length; i++) {
            double sum = intercept;
            for (int j = 0; j < weights.length; j++) {
                sum = Math.fma(x.get(i, j), weights[j], sum);
            }
            outputs[i] = sum;
        }
        return outputs;
    }
}
