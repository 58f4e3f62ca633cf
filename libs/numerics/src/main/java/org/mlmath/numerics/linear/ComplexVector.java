package org.mlmath.numerics.linear;

/**
 * Complex numbers, or real ones where all imaginary parts are known to be zero.
 *
 * @param re real parts
 * @param im imaginary parts, or null when every entry is real
 */
public record ComplexVector(double[] re, double[] im) {
    public boolean isComplex() {
        return im != null;
    }
}
