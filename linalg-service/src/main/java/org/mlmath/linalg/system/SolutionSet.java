package org.mlmath.linalg.system;

import org.mlmath.numerics.exact.ExactSystem;
import org.mlmath.numerics.linear.Matrix;

/**
 * What a method found.
 *
 * @param particular a solution, n×k, or null when there is none
 * @param nullSpace a basis of the null space, one row each, or null when it is trivial or nothing solves the system
 * @param backwardError of the solution, or null
 * @param estimated whether that is an estimate from products with probe vectors
 * @param reciprocalCondition of the scaled matrix, in (0, 1], or null where that has no meaning
 * @param scaled whether the scaled matrix is another than that of the system, or null where nobody looked
 * @param method its name on the wire
 * @param exact the fractions that this was rounded from, or null
 * @param iterations of an iterative method, else null
 * @param converged whether it did, else null
 */
record SolutionSet(
        Matrix particular,
        Matrix nullSpace,
        Double backwardError,
        boolean estimated,
        Double reciprocalCondition,
        Boolean scaled,
        String method,
        ExactSystem exact,
        Integer iterations,
        Boolean converged) {

    static SolutionSet none() {
        return new SolutionSet(null, null, null, false, null, null, null, null, null, null);
    }

    static SolutionSet direct(Matrix x, double backwardError, double reciprocalCondition, SolveMethod method) {
        return new SolutionSet(
                x, null, backwardError, false, reciprocalCondition, null, method.wireName(), null, null, null);
    }

    static SolutionSet many(Matrix x, Matrix nullSpace, double backwardError, SolveMethod method) {
        return new SolutionSet(x, nullSpace, backwardError, false, null, null, method.wireName(), null, null, null);
    }

    static SolutionSet exact(ExactSystem system) {
        return new SolutionSet(
                system.consistent() ? system.solution().toMatrix() : null,
                system.consistent() && system.nullSpace().rows() > 0
                        ? system.nullSpace().toMatrix()
                        : null,
                system.consistent() ? 0.0 : null,
                false,
                null,
                null,
                "elimination",
                system,
                null,
                null);
    }

    SolutionSet withReciprocalCondition(Double value) {
        return new SolutionSet(
                particular, nullSpace, backwardError, estimated, value, scaled, method, exact, iterations, converged);
    }
}
