package org.mlmath.numerics.optimization.program;

/** A number less products, in twice the working precision. Source: Ogita, Rump and Oishi, <i>Accurate sum and dot product</i> (2005). */
final class CompensatedProduct {
    private double sum;
    private double error;

    CompensatedProduct(double start) {
        sum = start;
    }

    void subtract(double a, double b) {
        double product = -a * b;
        double productError = Math.fma(-a, b, -product);
        double next = sum + product;
        double part = next - sum;
        error += (sum - (next - part)) + (product - part) + productError;
        sum = next;
    }

    double value() {
        return sum + error;
    }
}
