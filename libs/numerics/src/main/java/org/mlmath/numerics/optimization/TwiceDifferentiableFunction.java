package org.mlmath.numerics.optimization;

/** A function that knows its second derivatives too. */
public interface TwiceDifferentiableFunction extends DifferentiableFunction {
    /**
     * @param x as long as {@link #dimension}, left unmodified
     * @param gradient filled with the partial derivatives at x
     * @param hessian n×n by rows, filled with the second derivatives at x; exactly symmetric
     * @return the value at x
     */
    double valueGradientAndHessian(double[] x, double[] gradient, double[] hessian);
}
