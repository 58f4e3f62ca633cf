package org.mlmath.numerics.optimization;

/** An objective that is a mean over observations, of which a part can be looked at. */
public interface SampledObjective extends DifferentiableFunction {
    /** @return the number of observations */
    int observations();

    /**
     * The mean over some observations and its gradient.
     *
     * @param observations numbers of observations
     * @param from the first of them that counts
     * @param to the first that does not, above {@code from}
     */
    double valueAndGradient(int[] observations, int from, int to, double[] x, double[] gradient);
}
