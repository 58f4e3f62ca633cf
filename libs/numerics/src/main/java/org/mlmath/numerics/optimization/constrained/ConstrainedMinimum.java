package org.mlmath.numerics.optimization.constrained;

import java.util.List;

/**
 * Where a search for a constrained minimum ended.
 *
 * @param x the point
 * @param value f there
 * @param equations λ
 * @param inequalities μ ≥ 0, 0 where the inequality is not active
 * @param active inequalities that hold as equations there, by index
 * @param ending why the search ended
 * @param iterations steps that were taken
 * @param evaluations how often the functions and their derivatives were computed
 * @param stationarity the largest entry of ∇L
 * @param infeasibility the most by which a constraint is violated
 * @param complementarity the largest |μᵢ·hᵢ|
 * @param curvatures eigenvalues of ∇²L along the active constraints' tangents, ascending: all positive prove a strict local minimum where
 *     the multipliers of active inequalities are positive; null unless converged
 * @param independent whether the gradients of the active constraints are linearly independent, so that there is but one set of
 *     multipliers
 * @param path the start and the point after every step
 */
public record ConstrainedMinimum(
        double[] x,
        double value,
        double[] equations,
        double[] inequalities,
        int[] active,
        Ending ending,
        int iterations,
        long evaluations,
        double stationarity,
        double infeasibility,
        double complementarity,
        double[] curvatures,
        boolean independent,
        List<Visit> path) {

    /** Why a search ended. */
    public enum Ending {
        /** The conditions of Karush, Kuhn and Tucker hold. */
        CONVERGED,
        /** The violation of the constraints is at a minimum, and not 0. */
        INFEASIBLE,
        /** The value falls without end. */
        UNBOUNDED,
        /** No step is an improvement: rounding, or functions that are not smooth. */
        STALLED,
        MAX_ITERATIONS
    }

    /** A point on the way, with the sum of the violations there. */
    public record Visit(double[] x, double value, double violation) {}
}
