package org.mlmath.numerics.optimization.program;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.linear.Matrix;

/**
 * min ½xᵀQx + cᵀx where A·x ≤ b, E·x = f and l ≤ x ≤ u, for positive semidefinite Q.
 *
 * <p>In units that suit the numbers ({@link QuadraticScaling}): small programs by the active-set method from a feasible vertex, larger
 * ones by an interior-point method, whose end tells the active-set method where to start, so that the point and the multipliers are in
 * either case those of a set of active constraints, solved to the last digits; of small programs in fractions
 * ({@link ExactActiveSet}). Where the interior point comes to no end the simplex method
 * decides whether there is a feasible point, and a linear program in the directions along which Q is zero whether there is an end.
 */
public final class QuadraticProgram {
    /** Variables and inequalities from which on an interior point is found faster than vertices are gone through. */
    private static final int LARGE = 60;

    private final double[] c;
    private final Constraints constraints;
    private final Deadline deadline;
    private final Spectrum given;
    private final QuadraticScaling scaling;
    private final Spectrum spectrum;

    private QuadraticProgram(Matrix q, double[] c, Constraints constraints, Deadline deadline) {
        this.c = c;
        this.constraints = constraints;
        this.deadline = deadline;
        given = Spectrum.of(q);
        if (!given.semidefinite()) {
            throw new NotPositiveDefiniteException(
                            "The matrix has the negative eigenvalue %.6g, so that the program is not convex: a point that satisfies the conditions of an optimum need not be one."
                                    .formatted(given.smallest()))
                    .with("smallestEigenvalue", given.smallest());
        }
        QuadraticScaling balanced = QuadraticScaling.of(q, c, constraints);
        Spectrum inUnits = balanced.q.equals(q) ? given : Spectrum.of(balanced.q);
        // What is rounding in the units given may be more than that in others, and is rounding all the same.
        scaling = inUnits.semidefinite() ? balanced : QuadraticScaling.none(q, c, constraints);
        spectrum = inUnits.semidefinite() ? inUnits : Spectrum.of(scaling.q);
    }

    /**
     * @param q Q, n×n and exactly symmetric
     * @param c n entries
     * @throws NotPositiveDefiniteException where Q has a negative eigenvalue beyond rounding: fact {@code smallestEigenvalue}
     * @throws DidNotConvergeException where the data are so badly scaled that the method does not end
     */
    public static QuadraticSolution minimize(Matrix q, double[] c, Constraints constraints, Deadline deadline) {
        QuadraticProgram program = new QuadraticProgram(q, c, constraints, deadline);
        QuadraticSolution solution = program.solve();
        return solution.status() == Status.OPTIMAL
                ? ExactActiveSet.of(q, c, constraints, program.given, solution, deadline)
                : solution;
    }

    /** Without fractions: for programs that are themselves approximations, as the steps of an iteration. Otherwise as {@link #minimize}. */
    public static QuadraticSolution approximate(Matrix q, double[] c, Constraints constraints, Deadline deadline) {
        return new QuadraticProgram(q, c, constraints, deadline).solve();
    }

    private QuadraticSolution solve() {
        int inequalities = constraints.limits().length;
        boolean possible = true;
        for (int j = 0; j < c.length; j++) {
            inequalities += constraints.lower()[j] > Double.NEGATIVE_INFINITY ? 1 : 0;
            inequalities += constraints.upper()[j] < Double.POSITIVE_INFINITY ? 1 : 0;
            possible &= constraints.lower()[j] <= constraints.upper()[j];
        }
        boolean large = possible && c.length + inequalities > LARGE;
        QuadraticSolution inside = large ? fromInside() : null;
        if (inside != null) {
            return restored(inside);
        }
        LinearSolution vertex =
                LinearProgram.minimize(new double[c.length], possible ? scaling.constraints : constraints, deadline);
        if (vertex.status() == Status.INFEASIBLE) {
            return infeasible(vertex, possible);
        }
        double[] start = vertex.x();
        double[] ray = large ? Recession.ray(scaling.q, scaling.c, scaling.constraints, spectrum, deadline) : null;
        if (ray != null) {
            return restored(ActiveSet.unbounded(start, ray, vertex.iterations()));
        }
        try {
            return restored(activeSet().from(start, vertex.iterations()));
        } catch (DidNotConvergeException circles) {
            inside = large ? null : fromInside();
            if (inside == null) {
                throw circles;
            }
            return restored(inside);
        }
    }

    private QuadraticSolution infeasible(LinearSolution vertex, boolean inUnits) {
        Multipliers multipliers = vertex.multipliers();
        double contradiction = vertex.contradiction();
        if (inUnits) {
            multipliers = scaling.multipliers(multipliers);
            Contradiction.normalize(multipliers);
            contradiction = Contradiction.complete(constraints, multipliers);
        }
        return new QuadraticSolution(
                Status.INFEASIBLE,
                null,
                null,
                multipliers,
                contradiction,
                null,
                new int[0],
                false,
                given.smallest(),
                vertex.iterations());
    }

    private ActiveSet activeSet() {
        return new ActiveSet(scaling.q, scaling.c, scaling.constraints, spectrum, deadline);
    }

    /** @return null where the interior point comes to no end, or to one at which no active set holds */
    private QuadraticSolution fromInside() {
        InteriorPoint point = new InteriorPoint(scaling.q, scaling.c, scaling.constraints, deadline);
        if (!point.run()) {
            return null;
        }
        try {
            return activeSet().near(point);
        } catch (DidNotConvergeException circles) {
            return null;
        }
    }

    private QuadraticSolution restored(QuadraticSolution solution) {
        return scaling.restored(solution, given.smallest());
    }
}
