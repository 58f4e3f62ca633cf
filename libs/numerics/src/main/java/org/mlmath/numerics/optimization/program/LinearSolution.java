package org.mlmath.numerics.optimization.program;

import java.util.List;

/**
 * What a linear program came to, with the proof of it.
 *
 * @param status
 * @param x the optimum; of an unbounded program the point where the ray begins; null if infeasible
 * @param value cᵀx, null unless optimal
 * @param multipliers of an optimum: c + Aᵀμ + Eᵀλ − ν + ω = 0, with 0 where a constraint is not active. Of an infeasible program:
 *     multipliers by which the constraints add up to a contradiction, Aᵀμ + Eᵀλ − ν + ω = 0 with a positive
 *     −bᵀμ − fᵀλ + lᵀν − uᵀω (Farkas). Null if unbounded
 * @param contradiction that positive number, null unless infeasible
 * @param ray of an unbounded program: x + t·ray satisfies all constraints for t ≥ 0, and cᵀray is negative; else null
 * @param unique whether the optimum is the only one: no multiplier outside of the basis is 0
 * @param iterations pivots and moves from bound to bound
 * @param pivots how each basis came from the one before
 */
public record LinearSolution(
        Status status,
        double[] x,
        Double value,
        Multipliers multipliers,
        Double contradiction,
        double[] ray,
        boolean unique,
        int iterations,
        List<Pivot> pivots) {

    /**
     * A step of the simplex method. Variables count from 0, the slack of row i is n + i.
     *
     * @param seeking whether this was still on the way to a feasible point
     * @param leaving equal to entering where it went from one bound to the other
     * @param value of cᵀx after it
     */
    public record Pivot(boolean seeking, int entering, int leaving, double value) {}
}
