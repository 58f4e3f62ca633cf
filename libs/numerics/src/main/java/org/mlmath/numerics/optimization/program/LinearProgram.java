package org.mlmath.numerics.optimization.program;

import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.linear.Equilibration;
import org.mlmath.numerics.linear.Matrix;

/**
 * min cᵀx where A·x ≤ b, E·x = f and l ≤ x ≤ u, with the proof that the answer is one: multipliers, or a contradiction, or a ray.
 *
 * <p>By the simplex method ({@link BoundedSimplex}) on data whose rows and columns are scaled by powers of two. Constraints hold
 * within 1e-10 of the sizes involved; the point and the multipliers are those of the final basis, solved to the last digits.
 */
public final class LinearProgram {
    private final double[] cost;
    private final Constraints constraints;
    private final int n;
    private final int m;
    private final int[] rowExponents;
    private final int[] columnExponents;
    private final int rightExponent;
    private final int costExponent;
    private final BoundedSimplex simplex;

    private LinearProgram(double[] cost, Constraints constraints, Deadline deadline) {
        this.cost = cost;
        this.constraints = constraints;
        n = cost.length;
        m = constraints.rows();
        Equilibration scaling = Equilibration.of(constraints.matrix());
        rowExponents = scaling.rows();
        columnExponents = scaling.columns();
        Exponents rights = new Exponents();
        boolean[] empty = new boolean[m];
        for (int i = 0; i < m; i++) {
            empty[i] = isZero(scaling.scaled(), i);
            if (!empty[i]) {
                rights.add(constraints.right(i), rowExponents[i]);
            }
        }
        Exponents costs = new Exponents();
        for (int j = 0; j < n; j++) {
            rights.add(constraints.lower()[j], -columnExponents[j]);
            rights.add(constraints.upper()[j], -columnExponents[j]);
            costs.add(cost[j], columnExponents[j]);
        }
        rightExponent = rights.common();
        costExponent = costs.common();
        for (int i = 0; i < m; i++) {
            if (empty[i] && constraints.right(i) != 0) {
                // 0·x ≤ b holds or does not, whatever the size of b, which says nothing of the sizes of x.
                rowExponents[i] = rightExponent - Math.getExponent(constraints.right(i));
            }
        }
        simplex = simplex(scaling.scaled(), deadline);
    }

    private static boolean isZero(Matrix a, int row) {
        for (int j = 0; j < a.columns(); j++) {
            if (a.get(row, j) != 0) {
                return false;
            }
        }
        return true;
    }

    private BoundedSimplex simplex(Matrix a, Deadline deadline) {
        double[][] columns = new double[n][];
        double[] lower = new double[n + m];
        double[] upper = new double[n + m];
        double[] scaledCost = new double[n];
        double[] right = new double[m];
        for (int j = 0; j < n; j++) {
            columns[j] = a.columnAt(j);
            int shift = -columnExponents[j] - rightExponent;
            lower[j] = Math.scalb(constraints.lower()[j], shift);
            upper[j] = Math.scalb(constraints.upper()[j], shift);
            scaledCost[j] = Math.scalb(cost[j], columnExponents[j] - costExponent);
        }
        for (int i = 0; i < m; i++) {
            right[i] = Math.scalb(constraints.right(i), rowExponents[i] - rightExponent);
            upper[n + i] = constraints.isEquation(i) ? 0 : Double.POSITIVE_INFINITY;
        }
        return new BoundedSimplex(columns, right, lower, upper, scaledCost, deadline);
    }

    /**
     * @param cost c, finite
     * @throws DidNotConvergeException where the data are so badly scaled that the method does not end
     */
    public static LinearSolution minimize(double[] cost, Constraints constraints, Deadline deadline) {
        for (int j = 0; j < cost.length; j++) {
            if (constraints.lower()[j] > constraints.upper()[j]) {
                return contradictoryBounds(constraints, j);
            }
        }
        return new LinearProgram(cost, constraints, deadline).solve();
    }

    /** (l − x) + (x − u) is positive. */
    private static LinearSolution contradictoryBounds(Constraints constraints, int j) {
        Multipliers multipliers = Multipliers.zero(constraints);
        multipliers.lower()[j] = 1;
        multipliers.upper()[j] = 1;
        double contradiction = constraints.lower()[j] - constraints.upper()[j];
        return new LinearSolution(Status.INFEASIBLE, null, null, multipliers, contradiction, null, false, 0, List.of());
    }

    private LinearSolution solve() {
        simplex.run();
        List<LinearSolution.Pivot> pivots = simplex.pivots.stream()
                .map(pivot -> new LinearSolution.Pivot(
                        pivot.first(),
                        pivot.entering(),
                        pivot.leaving(),
                        Math.scalb(pivot.value(), rightExponent + costExponent)))
                .toList();
        return switch (simplex.status) {
            case OPTIMAL -> optimum(pivots);
            case INFEASIBLE -> infeasible(pivots);
            case UNBOUNDED ->
                new LinearSolution(
                        Status.UNBOUNDED,
                        point(simplex.x, rightExponent),
                        null,
                        null,
                        null,
                        ray(),
                        false,
                        pivots.size(),
                        pivots);
        };
    }

    /** Coordinates in the caller's units, on bounds that they are within the tolerance beyond. */
    private double[] point(double[] scaled, int exponent) {
        double[] x = new double[n];
        for (int j = 0; j < n; j++) {
            double within = Math.clamp(scaled[j], simplex.lower[j], simplex.upper[j]);
            x[j] = within == simplex.lower[j]
                    ? constraints.lower()[j]
                    : within == simplex.upper[j]
                            ? constraints.upper()[j]
                            : Math.scalb(within, columnExponents[j] + exponent);
        }
        return x;
    }

    private double[] ray() {
        double[] ray = new double[n];
        double largest = 0;
        for (int j = 0; j < n; j++) {
            ray[j] = Math.scalb(simplex.ray[j], columnExponents[j]);
            largest = Math.max(largest, Math.abs(ray[j]));
        }
        for (int j = 0; j < n; j++) {
            ray[j] /= largest;
        }
        return ray;
    }

    private LinearSolution optimum(List<LinearSolution.Pivot> pivots) {
        double[] x = point(simplex.x, rightExponent);
        CompensatedProduct value = new CompensatedProduct(0);
        for (int j = 0; j < n; j++) {
            value.subtract(-cost[j], x[j]);
        }
        double[] y = simplex.refinedPrices();
        Multipliers multipliers = Multipliers.zero(constraints);
        boolean unique = true;
        for (int i = 0; i < m; i++) {
            double multiplier = Math.scalb(-y[i], rowExponents[i] + costExponent);
            if (constraints.isEquation(i)) {
                multipliers.equations()[i - constraints.limits().length] = multiplier + 0.0;
            } else {
                multipliers.inequalities()[i] = simplex.isBasic(n + i) ? 0 : Math.max(0, multiplier);
                unique &= simplex.isBasic(n + i) || -y[i] > simplex.costTolerance(n + i, y, true);
            }
        }
        for (int j = 0; j < n; j++) {
            if (simplex.isBasic(j)) {
                continue;
            }
            double scaled = simplex.reducedCost(j, y, true);
            double reduced = Math.scalb(scaled, costExponent - columnExponents[j]);
            boolean fixed = simplex.lower[j] == simplex.upper[j];
            unique &= fixed || Math.abs(scaled) > simplex.costTolerance(j, y, true);
            if (simplex.x[j] == simplex.lower[j] && (reduced > 0 || !fixed)) {
                multipliers.lower()[j] = Math.max(0, reduced);
            } else if (simplex.x[j] == simplex.upper[j]) {
                multipliers.upper()[j] = Math.max(0, -reduced);
            }
        }
        return new LinearSolution(
                Status.OPTIMAL, x, value.value(), multipliers, null, null, unique, pivots.size(), pivots);
    }

    /**
     * With y the prices of the violations, −y are multipliers of the rows: −yᵀ(A·x − b) is at most 0 at a feasible point, and more than
     * that wherever bounds allow x to be.
     */
    private LinearSolution infeasible(List<LinearSolution.Pivot> pivots) {
        double[] y = simplex.refinedPrices();
        Multipliers multipliers = Multipliers.zero(constraints);
        for (int i = 0; i < m; i++) {
            double multiplier = Math.scalb(-y[i], rowExponents[i]);
            boolean equation = constraints.isEquation(i);
            multiplier = equation ? multiplier + 0.0 : Math.max(0, multiplier);
            if (equation) {
                multipliers.equations()[i - constraints.limits().length] = multiplier;
            } else {
                multipliers.inequalities()[i] = multiplier;
            }
        }
        Contradiction.normalize(multipliers);
        double contradiction = Contradiction.complete(constraints, multipliers);
        return new LinearSolution(
                Status.INFEASIBLE, null, null, multipliers, contradiction, null, false, pivots.size(), pivots);
    }
}
