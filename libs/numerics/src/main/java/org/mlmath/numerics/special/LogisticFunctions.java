package org.mlmath.numerics.special;

/** The logistic function and its relatives, to a few units in the last place at every argument, however large. */
public final class LogisticFunctions {
    private LogisticFunctions() {}

    /** @return σ(x) = 1/(1 + e^(−x)) */
    public static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double growth = Math.exp(x);
        return growth / (1 + growth);
    }

    /** @return σ′(x) = σ(x) σ(−x): as a product of differences from 1 it would be 0 long before it is */
    public static double sigmoidDerivative(double x) {
        double decay = Math.exp(-Math.abs(x));
        return decay / ((1 + decay) * (1 + decay));
    }

    /** @return tanh′(x) = 1/cosh²(x) */
    public static double tanhDerivative(double x) {
        return 4 * sigmoidDerivative(2 * x);
    }

    /** @return ln(1 + e^x) */
    public static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** @return ln cosh x */
    public static double logCosh(double x) {
        double size = Math.abs(x);
        if (size < 1) {
            double half = Math.sinh(size / 2);
            return Math.log1p(2 * half * half); // cosh x = 1 + 2 sinh²(x/2): keeps the digits of a small result
        }
        return size + Math.log1p(Math.expm1(-2 * size) / 2);
    }
}
