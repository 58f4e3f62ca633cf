package org.mlmath.numerics.linear;

/**
 * A matrix divided by a power of two, so that nothing in its entries is rounded and squares and products of them neither overflow
 * nor vanish.
 *
 * @param matrix A / 2^exponent; A itself when the exponent is 0
 */
record BinaryScale(Matrix matrix, int exponent) {
    /** Entries beyond 2^±300 are beyond what squares, norms and products of a few of them bear. */
    private static final int COMFORTABLE = 300;

    private static final double LOWEST = Math.scalb(2.0, -COMFORTABLE);
    private static final double HIGHEST = Math.scalb(1.0, COMFORTABLE);

    /**
     * Leaves a matrix of ordinary scale alone.
     *
     * @param sum of the moduli of all entries, which is sooner found than the largest of them and tells nearly as much
     */
    static BinaryScale ifExtreme(Matrix a, double sum) {
        if (sum / a.values().length > LOWEST && sum < HIGHEST) { // between the mean and the sum lies the largest
            return new BinaryScale(a, 0);
        }
        int exponent = exponentOf(a);
        return Math.abs(exponent) <= COMFORTABLE ? new BinaryScale(a, 0) : dividedBy(a, exponent);
    }

    /** Brings the largest entry into [1, 2), for libraries with absolute thresholds. */
    static BinaryScale always(Matrix a) {
        return dividedBy(a, exponentOf(a));
    }

    private static int exponentOf(Matrix a) {
        double max = a.maxAbs();
        return max == 0 ? 0 : Math.getExponent(max) < Double.MIN_EXPONENT ? Double.MIN_EXPONENT : Math.getExponent(max);
    }

    private static BinaryScale dividedBy(Matrix a, int exponent) {
        return exponent == 0
                ? new BinaryScale(a, 0)
                : new BinaryScale(new Matrix(a.rows(), a.columns(), times(a.values(), -exponent)), exponent);
    }

    /** @return the values times the power that was divided out: what has the scale of A */
    double[] restore(double[] values) {
        return exponent == 0 ? values : times(values, exponent);
    }

    Matrix restore(Matrix scaled) {
        return exponent == 0 ? scaled : new Matrix(scaled.rows(), scaled.columns(), times(scaled.values(), exponent));
    }

    /** @return the values divided by the power once more: what has the scale of A⁻¹ */
    Matrix restoreInverse(Matrix scaled) {
        return exponent == 0 ? scaled : new Matrix(scaled.rows(), scaled.columns(), times(scaled.values(), -exponent));
    }

    private static double[] times(double[] values, int exponent) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Math.scalb(values[i], exponent);
        }
        return result;
    }
}
