package org.mlmath.numerics.optimization;

/**
 * A function of several real variables with its gradient. Undefined values are NaN, never an exception.
 *
 * <p>An instance may keep scratch space: use one per thread.
 */
public interface DifferentiableFunction {
    int dimension();

    /** @param x as long as {@link #dimension}, left unmodified */
    double value(double[] x);

    /**
     * @param x as long as {@link #dimension}, left unmodified
     * @param gradient filled with the partial derivatives at x
     * @return the value at x
     */
    double valueAndGradient(double[] x, double[] gradient);
}
