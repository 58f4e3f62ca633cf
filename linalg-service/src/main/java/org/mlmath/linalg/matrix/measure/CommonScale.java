package org.mlmath.linalg.matrix.measure;

import org.mlmath.numerics.linear.Matrix;

/** A matrix near the ends of the range of doubles, multiplied by a power of two so that norms, and those of its inverse, stay within. */
final class CommonScale {
    /** Beyond 2^±500 a norm, or one over it, may leave the range. */
    private static final int COMFORTABLE = 500;

    private CommonScale() {}

    /** @return how many times A is to be doubled; 0 for a matrix of ordinary scale, or where an entry would be rounded */
    static int exponentOf(Matrix a) {
        double max = a.maxAbs();
        if (max == 0 || !Double.isFinite(max)) {
            return 0;
        }
        int exponent = Math.getExponent(max);
        if (exponent < -COMFORTABLE) {
            return Math.max(exponent, Double.MIN_EXPONENT) * -1;
        }
        if (exponent <= COMFORTABLE) {
            return 0;
        }
        for (double value : a.values()) {
            if (value != 0 && Math.getExponent(value) - exponent < Double.MIN_EXPONENT + 53) {
                return 0;
            }
        }
        return -exponent;
    }

    /** @return A·2^exponent, without any rounding */
    static Matrix of(Matrix a) {
        int exponent = exponentOf(a);
        if (exponent == 0) {
            return a;
        }
        double[] values = a.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.scalb(values[i], exponent);
        }
        return new Matrix(a.rows(), a.columns(), values);
    }
}
