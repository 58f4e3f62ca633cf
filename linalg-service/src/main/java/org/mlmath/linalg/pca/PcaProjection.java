package org.mlmath.linalg.pca;

import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.pca.Standardization;

/** From data to scores, (x − mean)/scale·Vᵀ, and back. */
final class PcaProjection {
    private PcaProjection() {}

    /**
     * @param deviations what scores are divided by, or null
     * @return n×k
     */
    static Matrix scores(Matrix data, Standardization standard, Matrix components, double[] deviations) {
        Matrix scores = Kernels.current().multiply(standard.apply(data), components.transpose());
        if (deviations != null) {
            double[] values = scores.values();
            for (int at = 0; at < values.length; at++) {
                values[at] /= deviations[at % deviations.length];
            }
        }
        return scores;
    }

    /**
     * @param deviations what scores have been divided by, or null
     * @return n×p
     */
    static Matrix data(Matrix scores, Standardization standard, Matrix components, double[] deviations) {
        Matrix restored = scores;
        if (deviations != null) {
            double[] values = scores.values().clone();
            for (int at = 0; at < values.length; at++) {
                values[at] *= deviations[at % deviations.length];
            }
            restored = new Matrix(scores.rows(), scores.columns(), values);
        }
        Matrix data = Kernels.current().multiply(restored, components);
        standard.undo(data);
        return data;
    }

    /** Refuses to divide by what is not positive. */
    static void requireDeviations(double[] deviations, String pointer) {
        for (int i = 0; i < deviations.length; i++) {
            if (!(deviations[i] > 0)) {
                throw new InvalidParameterException(
                                "Component %d has no variance, so its scores cannot be divided by their standard deviation."
                                        .formatted(i))
                        .at(pointer);
            }
        }
    }
}
