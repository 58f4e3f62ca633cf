package org.mlmath.numerics.goodnessoffit;

/**
 * P-values of the Kolmogorov-Smirnov distance of a sample from the normal distribution with its own mean and standard deviation.
 *
 * <p>Up to 0.1 by G. E. Dallal and L. Wilkinson, Amer. Statist. 40 (1986), 294-296, beyond by the polynomials of M. A. Stephens in the
 * modified distance, as R's nortest package has them. Right to about 5 % of the p-value.
 */
public final class Lilliefors {
    /** Fewest observations for which the approximation was made. */
    public static final int FEWEST = 5;

    private static final double[][] STEPHENS = {
        {0.302, 1},
        {0.5, 2.76773, -19.828315, 80.709644, -138.55152, 81.218052},
        {0.9, -4.901232, 40.662806, -97.490286, 94.029866, -32.355711},
        {1.31, 6.198765, -19.558097, 23.186922, -12.234627, 2.423045}
    };

    private Lilliefors() {}

    public static double pValue(int n, double d) {
        double size = Math.min(n, 100);
        double distance = n > 100 ? d * Math.pow(n / 100.0, 0.49) : d;
        double root = Math.sqrt(size + 2.78019);
        double p = Math.exp(-7.01256 * distance * distance * root * root
                + 2.99587 * distance * root
                - 0.122119
                + 0.974598 / Math.sqrt(size)
                + 1.67997 / size);
        return p <= 0.1 ? p : stephens(n, d);
    }

    private static double stephens(int n, double d) {
        double modified = (Math.sqrt(n) - 0.01 + 0.85 / Math.sqrt(n)) * d;
        for (double[] piece : STEPHENS) {
            if (modified <= piece[0]) {
                double p = 0;
                for (int i = piece.length - 1; i >= 1; i--) {
                    p = p * modified + piece[i];
                }
                return Math.clamp(p, 0, 1);
            }
        }
        return 0;
    }
}
