package org.mlmath.numerics.pca;

import java.util.Random;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * How nearly directions are eigenvectors of ZᵀZ: ‖ZᵀZ·Vᵀ − Vᵀ·Σ²‖_F / σ₁². In full below {@value #FULL_BELOW} directions, from
 * {@value #PROBES} products with vectors of ±1 above (Hutchinson's estimate).
 */
abstract class Residual {
    private static final int FULL_BELOW = 200;
    private static final int PROBES = 4;
    private static final long PROBE_SEED = 20260101;

    /** @return ZᵀZ·w for the columns w */
    abstract Matrix apply(Matrix w);

    boolean isEstimated(Matrix directions) {
        return directions.rows() >= FULL_BELOW;
    }

    double of(Matrix directions, double[] sigma) {
        if (sigma[0] == 0) {
            return 0;
        }
        int k = directions.rows();
        boolean estimated = isEstimated(directions);
        Matrix combined = estimated ? probes(k) : Matrix.identity(k);
        int columns = combined.columns();
        double[] weighted = new double[combined.values().length];
        for (int at = 0; at < weighted.length; at++) {
            weighted[at] = combined.values()[at] * (sigma[at / columns] / sigma[0]) * sigma[at / columns];
        }
        Kernel kernel = Kernels.current();
        Matrix transposed = directions.transpose();
        double[] actual = apply(estimated ? kernel.multiply(transposed, combined) : transposed)
                .values();
        double[] expected =
                kernel.multiply(transposed, new Matrix(k, columns, weighted)).values();
        double[] difference = new double[actual.length];
        for (int at = 0; at < difference.length; at++) {
            difference[at] = actual[at] / sigma[0] - expected[at];
        }
        double norm = Matrix.column(difference).frobeniusNorm() / sigma[0];
        return estimated ? norm / Math.sqrt(PROBES) : norm;
    }

    private static Matrix probes(int rows) {
        Random random = new Random(PROBE_SEED);
        double[] values = new double[rows * PROBES];
        for (int at = 0; at < values.length; at++) {
            values[at] = random.nextBoolean() ? 1 : -1;
        }
        return new Matrix(rows, PROBES, values);
    }

    /** From ZᵀZ itself. */
    static final class OfGram extends Residual {
        private final Matrix gram;

        OfGram(Matrix gram) {
            this.gram = gram;
        }

        @Override
        Matrix apply(Matrix w) {
            return Kernels.current().multiply(gram, w);
        }
    }

    /** From Z, twice. */
    static final class OfData extends Residual {
        private final Matrix z;

        OfData(Matrix z) {
            this.z = z;
        }

        @Override
        Matrix apply(Matrix w) {
            Kernel kernel = Kernels.current();
            Matrix image = kernel.multiply(z, w);
            return kernel.multiply(image.transpose(), z).transpose();
        }
    }
}
