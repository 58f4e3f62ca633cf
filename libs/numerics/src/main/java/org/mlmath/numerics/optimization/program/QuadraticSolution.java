package org.mlmath.numerics.optimization.program;

/**
 * What a quadratic program came to, with the proof of it.
 *
 * @param status
 * @param x the optimum; of an unbounded program the point where the ray begins; null if infeasible
 * @param value ½xᵀQx + cᵀx, null unless optimal
 * @param multipliers of an optimum: Qx + c + Aᵀμ + Eᵀλ − ν + ω = 0, with 0 where a constraint is not active. Of an infeasible program
 *     as in {@link LinearSolution}. Null if unbounded
 * @param contradiction as in {@link LinearSolution}
 * @param ray of an unbounded program: Q·ray = 0, cᵀray is negative, and x + t·ray satisfies all constraints for t ≥ 0; else null
 * @param active the inequalities of the final working set
 * @param unique whether the optimum is certainly the only one: Q is positive definite along the constraints that are active
 * @param smallestEigenvalue of Q
 * @param iterations steps, and constraints that were dropped
 */
public record QuadraticSolution(
        Status status,
        double[] x,
        Double value,
        Multipliers multipliers,
        Double contradiction,
        double[] ray,
        int[] active,
        boolean unique,
        double smallestEigenvalue,
        int iterations) {}
