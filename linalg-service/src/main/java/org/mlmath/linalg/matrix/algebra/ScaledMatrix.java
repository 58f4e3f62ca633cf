package org.mlmath.linalg.matrix.algebra;

import org.mlmath.numerics.linear.Matrix;

/**
 * A matrix M·2^e with the largest entry of M in [1, 2), so that powers of it neither overflow nor vanish before they must, and a bound,
 * to first order, on its error.
 *
 * @param matrix M; zero for a matrix of zeros
 * @param exponent e
 * @param error ‖computed − true‖_F / ‖computed‖_F at most, infinite where nothing can be said
 */
record ScaledMatrix(Matrix matrix, long exponent, double error) {
    static ScaledMatrix of(Matrix a, double error) {
        return normalized(a, 0, error);
    }

    private static ScaledMatrix normalized(Matrix a, long exponent, double error) {
        double max = a.maxAbs();
        if (max == 0) {
            return new ScaledMatrix(a, 0, error);
        }
        int shift = max < Double.MIN_NORMAL ? Math.getExponent(max * 0x1p60) - 60 : Math.getExponent(max);
        return new ScaledMatrix(Product.times(a, -shift), exponent + shift, error);
    }

    ScaledMatrix multiply(ScaledMatrix other) {
        Matrix product = Product.of(matrix, other.matrix);
        double cancellation = matrix.frobeniusNorm() * other.matrix.frobeniusNorm() / product.frobeniusNorm();
        double propagated = (error + other.error) * cancellation;
        double rounding = Product.relativeError(matrix, other.matrix, product);
        double total = propagated + rounding;
        return normalized(product, exponent + other.exponent, Double.isNaN(total) ? 0 : total);
    }

    /** @return M·2^e, infinite where that overflows */
    Matrix value() {
        return Product.times(matrix, Math.clamp(exponent, -5000, 5000));
    }
}
