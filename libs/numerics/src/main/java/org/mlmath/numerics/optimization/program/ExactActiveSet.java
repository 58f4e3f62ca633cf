package org.mlmath.numerics.optimization.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.ExactSystem;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Matrix;

/**
 * The optimum of a small quadratic program without rounding, from constraints that are about those active there: beside a penalty of 1e12
 * other costs have few digits in the arithmetic of doubles, and in fractions all of them.
 *
 * <p>The conditions of Karush, Kuhn and Tucker with the constraints held as equations, [Q Wᵀ; W 0]·(x, ν) = (−c, b), are a system of
 * linear equations. Where a multiplier of its solution has the wrong sign that constraint is let go, else where one not held is violated
 * that is held, the worst first, and where that comes back to where it was the one of smallest index first, which ends for strictly convex
 * programs. Source: Murty, <i>Note on a Bard-type scheme for solving the complementarity problem</i>, Opsearch 11 (1974).
 */
final class ExactActiveSet {
    /** Variables up to which fractions are thought of at all. */
    private static final int ORDER = 16;

    /** Seconds that a system may be expected to take. */
    private static final double AFFORDABLE = 1e-3;

    /** Exchanges of constraints, beside one for each constraint and variable. */
    private static final int EXCHANGES = 20;

    private final Matrix q;
    private final double[] c;
    private final Constraints constraints;
    private final Deadline deadline;
    private final int n;

    /** Inequalities, lower and upper bounds, equations: rows aᵢ·x ≤ bᵢ or, of the last, = bᵢ; null where there is no bound. */
    private final double[][] rows;

    private final double[] right;
    private final int inequalities;
    private final int equationsFrom;
    private final BitSet held = new BitSet();
    private boolean worstFirst = true;
    private boolean definite;

    private ExactActiveSet(Matrix q, double[] c, Constraints constraints, Deadline deadline) {
        this.q = q;
        this.c = c;
        this.constraints = constraints;
        this.deadline = deadline;
        n = c.length;
        inequalities = constraints.limits().length;
        equationsFrom = inequalities + 2 * n;
        rows = new double[equationsFrom + constraints.values().length][];
        right = new double[rows.length];
        for (int i = 0; i < constraints.rows(); i++) {
            int at = i < inequalities ? i : i + 2 * n;
            rows[at] = new double[n];
            right[at] = constraints.right(i);
            for (int j = 0; j < n; j++) {
                rows[at][j] = constraints.entry(i, j);
            }
        }
        for (int j = 0; j < n; j++) {
            bound(inequalities + j, j, -1, constraints.lower()[j]);
            bound(inequalities + n + j, j, 1, constraints.upper()[j]);
        }
        held.set(equationsFrom, rows.length);
    }

    private void bound(int at, int j, int sign, double bound) {
        if (Double.isFinite(bound)) {
            rows[at] = new double[n];
            rows[at][j] = sign;
            right[at] = sign * bound;
        }
    }

    /**
     * @param spectrum of Q
     * @return the optimum with each number rounded once, or the approximation where fractions would take long or do not lead there
     */
    static QuadraticSolution of(
            Matrix q,
            double[] c,
            Constraints constraints,
            Spectrum spectrum,
            QuadraticSolution approximation,
            Deadline deadline) {
        ExactActiveSet set = new ExactActiveSet(q, c, constraints, deadline);
        set.holdAsIn(approximation);
        if (!set.affordable() || !set.convex(spectrum)) {
            return approximation;
        }
        QuadraticSolution exact = set.search(approximation);
        return exact == null ? approximation : exact;
    }

    /** Without the doubt of rounding: a Q that is semidefinite but for that may have optima at saddles. */
    private boolean convex(Spectrum spectrum) {
        definite = spectrum.smallest() > spectrum.rounding();
        if (!definite) {
            int sign = semidefiniteness(RationalMatrix.of(q));
            definite = sign > 0;
            return sign >= 0;
        }
        return true;
    }

    private void holdAsIn(QuadraticSolution approximation) {
        for (int i : approximation.active()) {
            held.set(i);
        }
        double[] x = approximation.x();
        for (int j = 0; j < n; j++) {
            if (x[j] == constraints.lower()[j]) {
                held.set(inequalities + j);
            } else if (x[j] == constraints.upper()[j]) {
                held.set(inequalities + n + j);
            }
        }
    }

    private boolean affordable() {
        if (n > ORDER) {
            return false;
        }
        ExactCost cost = ExactCost.of(conditions(), rightSide());
        return cost.bearable() && cost.eliminationSeconds() < AFFORDABLE;
    }

    private QuadraticSolution search(QuadraticSolution approximation) {
        Set<BitSet> seen = new HashSet<>();
        int most = EXCHANGES + n + constraints.rows();
        for (int k = 0; k < most; k++) {
            deadline.check();
            ExactSystem system =
                    ExactSystem.solve(RationalMatrix.of(conditions()), RationalMatrix.of(rightSide()), deadline);
            if (!system.consistent() || !determinesPoint(system)) {
                return null;
            }
            int wrong = wrong(system.solution());
            if (wrong < 0) {
                return optimum(system.solution(), approximation, k);
            }
            held.flip(wrong);
            if (!seen.add((BitSet) held.clone())) {
                if (!worstFirst) {
                    return null;
                }
                worstFirst = false;
                seen.clear();
            }
        }
        return null;
    }

    /** [Q Wᵀ; W 0]. */
    private Matrix conditions() {
        int order = n + held.cardinality();
        double[] entries = new double[order * order];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                entries[i * order + j] = q.get(i, j);
            }
        }
        int at = n;
        for (int row = held.nextSetBit(0); row >= 0; row = held.nextSetBit(row + 1)) {
            for (int j = 0; j < n; j++) {
                entries[at * order + j] = rows[row][j];
                entries[j * order + at] = rows[row][j];
            }
            at++;
        }
        return new Matrix(order, order, entries);
    }

    private Matrix rightSide() {
        double[] side = new double[n + held.cardinality()];
        for (int j = 0; j < n; j++) {
            side[j] = 0.0 - c[j];
        }
        int at = n;
        for (int row = held.nextSetBit(0); row >= 0; row = held.nextSetBit(row + 1)) {
            side[at++] = right[row];
        }
        return Matrix.column(side);
    }

    private boolean determinesPoint(ExactSystem system) {
        for (int j = 0; j < n; j++) {
            if (j >= system.pivots().length || system.pivots()[j] != j) {
                return false;
            }
        }
        return true;
    }

    /** @return the constraint to let go or to hold; −1: none, the solution is the optimum */
    private int wrong(RationalMatrix solution) {
        int wrong = -1;
        Rational worst = Rational.ZERO;
        int at = n;
        for (int row = held.nextSetBit(0); row >= 0 && row < equationsFrom; row = held.nextSetBit(row + 1)) {
            Rational multiplier = solution.get(at++, 0);
            if (multiplier.compareTo(worst) < 0) {
                wrong = row;
                worst = multiplier;
                if (!worstFirst) {
                    break;
                }
            }
        }
        if (wrong >= 0 && worstFirst) {
            return wrong;
        }
        worst = Rational.ZERO;
        for (int row = 0; row < equationsFrom && (worstFirst || wrong < 0 || row < wrong); row++) {
            if (rows[row] == null || held.get(row)) {
                continue;
            }
            Rational slack = Rational.of(right[row]);
            for (int j = 0; j < n; j++) {
                if (rows[row][j] != 0) {
                    slack = slack.subtract(Rational.of(rows[row][j]).multiply(solution.get(j, 0)));
                }
            }
            if (slack.compareTo(worst) < 0) {
                wrong = row;
                worst = slack;
            }
        }
        return wrong;
    }

    private QuadraticSolution optimum(RationalMatrix solution, QuadraticSolution approximation, int exchanges) {
        RationalMatrix exact = RationalMatrix.of(q);
        RationalMatrix x = solution.rowsAt(first(n));
        double[] point = x.toMatrix().values();
        Rational twice = x.transpose().multiply(exact.multiply(x)).get(0, 0);
        for (int j = 0; j < n; j++) {
            twice = twice.add(Rational.of(c[j]).multiply(x.get(j, 0)).multiply(Rational.of(2)));
        }
        Multipliers multipliers = Multipliers.zero(constraints);
        boolean strict = true;
        int at = n;
        for (int row = held.nextSetBit(0); row >= 0; row = held.nextSetBit(row + 1)) {
            Rational multiplier = solution.get(at++, 0);
            strict &= row >= equationsFrom || multiplier.signum() > 0;
            double rounded = multiplier.doubleValue();
            if (row >= equationsFrom) {
                multipliers.equations()[row - equationsFrom] = rounded;
            } else if (row >= inequalities + n) {
                multipliers.upper()[row - inequalities - n] = rounded;
            } else if (row >= inequalities) {
                multipliers.lower()[row - inequalities] = rounded;
            } else {
                multipliers.inequalities()[row] = rounded;
            }
        }
        return new QuadraticSolution(
                Status.OPTIMAL,
                point,
                twice.divide(Rational.of(2)).doubleValue(),
                multipliers,
                null,
                null,
                held.stream().filter(row -> row < inequalities).toArray(),
                // What determines x determines it alone where every constraint that is held has to be.
                strict || definite || approximation.unique(),
                approximation.smallestEigenvalue(),
                approximation.iterations() + exchanges);
    }

    private static int[] first(int count) {
        int[] indices = new int[count];
        Arrays.setAll(indices, k -> k);
        return indices;
    }

    /** @return 1: positive definite, 0: positive semidefinite, −1: neither; by elimination on the diagonal */
    private static int semidefiniteness(RationalMatrix a) {
        int n = a.rows();
        List<List<Rational>> rest = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Rational> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(a.get(i, j));
            }
            rest.add(row);
        }
        int sign = 1;
        for (int k = 0; k < n; k++) {
            Rational pivot = rest.get(k).get(k);
            if (pivot.signum() < 0) {
                return -1;
            }
            for (int i = k + 1; i < n; i++) {
                Rational below = rest.get(i).get(k);
                if (below.signum() == 0) {
                    continue;
                }
                if (pivot.signum() == 0) {
                    return -1;
                }
                Rational factor = below.divide(pivot);
                for (int j = k + 1; j < n; j++) {
                    Rational entry = rest.get(i).get(j);
                    rest.get(i)
                            .set(j, entry.subtract(factor.multiply(rest.get(k).get(j))));
                }
            }
            sign = pivot.signum() == 0 ? 0 : sign;
        }
        return sign;
    }
}
