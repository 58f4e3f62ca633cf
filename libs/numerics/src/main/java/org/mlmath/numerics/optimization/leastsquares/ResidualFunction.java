package org.mlmath.numerics.optimization.leastsquares;

/**
 * Several functions of several parameters, the sum of whose squares is to be small. Undefined values are NaN, never an exception.
 *
 * <p>An instance may keep scratch space: use one per thread.
 */
public interface ResidualFunction {
    /** @return the number m of functions */
    int residuals();

    /** @return the number n of parameters */
    int parameters();

    /**
     * @param x n parameters, left unmodified
     * @param residuals filled with the m values at x
     */
    void evaluate(double[] x, double[] residuals);

    /**
     * @param x n parameters, left unmodified
     * @param residuals filled with the m values at x
     * @param jacobian filled with the m×n partial derivatives at x, row by row
     */
    void evaluate(double[] x, double[] residuals, double[] jacobian);

    /** @return what rounding alone may do to the norm of the residuals at x, where they are these */
    double rounding(double[] x, double[] residuals);
}
