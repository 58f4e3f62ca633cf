package org.mlmath.numerics.optimization.leastsquares;

import java.util.List;
import org.mlmath.numerics.linear.Matrix;

/**
 * Where a search for the smallest sum of squares ended.
 *
 * @param x the parameters
 * @param residuals at x
 * @param sumOfSquares of the residuals
 * @param ending why the search ended there
 * @param iterations steps that were taken
 * @param evaluations how often all residuals were computed, with or without their derivatives
 * @param gradient of half the sum of squares, Jᵀr, in the parameters that no bound holds, 0 in the others
 * @param offset cosine of the angle between the residuals and what a step can reach, 0 at a minimum (Bates and Watts' criterion
 *     without its degrees of freedom); 0 where there are no residuals
 * @param rank of the Jacobian, in the parameters that no bound holds
 * @param condition of the Jacobian with columns scaled to length 1
 * @param held parameters that stand at a bound against which the sum of squares falls
 * @param inverseGram (JᵀJ)⁻¹, 0 in the rows and columns of held parameters; null where J has not full rank
 * @param path the start and the point after every step
 */
public record NonlinearFit(
        double[] x,
        double[] residuals,
        double sumOfSquares,
        Ending ending,
        int iterations,
        long evaluations,
        double[] gradient,
        double offset,
        int rank,
        double condition,
        boolean[] held,
        Matrix inverseGram,
        List<Visit> path) {

    /** Why a search ended. */
    public enum Ending {
        /** A minimum: no step reaches any of the residuals that is left. */
        CONVERGED,
        /** Some parameters, or a combination, do not matter for the residuals there. */
        NOT_IDENTIFIED,
        /** No step made the sum of squares smaller, though the derivatives promise that one would. */
        STALLED,
        MAX_ITERATIONS
    }

    /**
     * A point on the way.
     *
     * @param damping of the step that led there, 0 at the start and for a Gauss-Newton step
     */
    public record Visit(double[] x, double sumOfSquares, double damping) {}
}
