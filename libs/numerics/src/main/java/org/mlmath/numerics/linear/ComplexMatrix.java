package org.mlmath.numerics.linear;

/**
 * A complex matrix, or a real one where all imaginary parts are known to be zero; row-major.
 *
 * @param re real parts, rows × columns
 * @param im imaginary parts, or null when every entry is real
 */
public record ComplexMatrix(int rows, int columns, double[] re, double[] im) {
    public boolean isComplex() {
        return im != null;
    }
}
