package org.mlmath.numerics.optimization.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DidNotConvergeException;

/**
 * The primal simplex method for min cᵀx with A·x + s = b and bounds on x and on the slacks s, without artificial variables: the first
 * phase makes the sum of what bounds are violated by as small as possible, from the basis of slacks.
 *
 * <p>The column that enters is the one with the steepest reduced cost, the one that leaves that with the largest pivot among those
 * that keep bounds within a tolerance (Harris). When the value does not change for long, both are chosen by smallest index (Bland),
 * which cannot cycle. Sources: Chvátal, <i>Linear Programming</i>, ch. 8; Maros, <i>Computational Techniques of the Simplex Method</i>,
 * ch. 9.
 */
final class BoundedSimplex {
    /** By how much a bound may be passed, or a reduced cost be of the wrong sign, in data of size 1. */
    static final double TOLERANCE = 1e-10;

    /** What the tolerance is widened to where the data are so badly conditioned that no end is found with less. */
    private static final double LARGEST_TOLERANCE = 1e-6;

    private static final double PIVOT = 1e-9;

    /** Up to this size of x, or of y, what a row, or a column, is made of is rounded by less than the tolerance. */
    private static final double MODERATE = 0x1p20;

    /** What rounding leaves of a sum, relative to its terms. */
    private static final double ROUNDING = 1e-14;

    /** Steps without progress after which smallest indices are chosen. */
    private static final int STALLED = 60;

    /** How one basis came from another. */
    record Pivot(boolean first, int entering, int leaving, double value) {}

    private final int m;
    private final int n;
    private final double[][] columns;
    private final double[] right;
    final double[] lower;
    final double[] upper;
    final double[] cost;
    final double[] x;
    final int[] basis;
    private final boolean[] basic;
    private final double[] weight;
    private final double[] terms; // Σⱼ |aᵢⱼ·xⱼ| of each row, 0 where x is of moderate size
    private final Deadline deadline;
    private BasisFactors factors;
    private int stalled;
    private boolean bland;
    private double tolerance = TOLERANCE;
    int iterations;
    final List<Pivot> pivots = new ArrayList<>();

    Status status;

    /** B⁻ᵀ·c_B: of the cost, or where there is no feasible point of the sum of violations. */
    double[] y;

    /** Of an unbounded program: the direction along which all is feasible. */
    double[] ray;

    /**
     * @param columns of A
     * @param lower of x and then of the slacks
     */
    BoundedSimplex(
            double[][] columns, double[] right, double[] lower, double[] upper, double[] cost, Deadline deadline) {
        this.m = right.length;
        this.n = columns.length;
        this.columns = columns;
        this.right = right;
        this.lower = lower;
        this.upper = upper;
        this.cost = Arrays.copyOf(cost, n + m);
        this.deadline = deadline;
        x = new double[n + m];
        basis = new int[m];
        basic = new boolean[n + m];
        weight = new double[n + m];
        terms = new double[m];
        for (int j = 0; j < n + m; j++) {
            double square = 1;
            for (int i = 0; j < n && i < m; i++) {
                square += columns[j][i] * columns[j][i];
            }
            weight[j] = square;
            x[j] = rest(j);
        }
        for (int i = 0; i < m; i++) {
            basis[i] = n + i;
            basic[n + i] = true;
        }
    }

    /** Where a variable outside of the basis stands at first: at its bound, the cheaper one of two, but not far away for that. */
    private double rest(int j) {
        boolean below = lower[j] > Double.NEGATIVE_INFINITY;
        boolean above = upper[j] < Double.POSITIVE_INFINITY;
        if (below && above) {
            if (Math.max(-lower[j], upper[j]) > MODERATE) {
                return Math.abs(lower[j]) <= Math.abs(upper[j]) ? lower[j] : upper[j];
            }
            return cost[j] < 0 ? upper[j] : lower[j];
        }
        return below ? lower[j] : above ? upper[j] : 0;
    }

    void run() {
        factor();
        long most = 20_000L + 200L * (n + m);
        long patience = 2_000L + 20L * (n + m);
        while (status == null) {
            deadline.check();
            if (iterations++ > most) {
                throw new DidNotConvergeException(
                        "The simplex method did not end within %,d steps; its data are too badly scaled."
                                .formatted(most));
            }
            if (iterations % patience == 0 && tolerance < LARGEST_TOLERANCE) {
                tolerance *= 10; // what goes on for so long goes in circles that are as wide as rounding makes them
            }
            if (factors.worn()) {
                factor();
            }
            iterate();
        }
    }

    private void iterate() {
        double[] violation = violations();
        boolean first = violation != null;
        double[] prices = first ? violation : basicCosts();
        y = factors.solveTransposed(prices);
        if (largest(y) > MODERATE) {
            y = refined(prices); // a large price among others must not leave its rounding in them
        }
        int entering = entering(first);
        if (entering < 0) {
            if (!factors.fresh()) {
                factor(); // what has been decided is decided again without the errors of the exchanges
            } else {
                status = first ? Status.INFEASIBLE : Status.OPTIMAL;
            }
            return;
        }
        int direction = reducedCost(entering, first) < 0 ? 1 : -1;
        double[] column = factors.solve(column(entering));
        double most = upper[entering] - lower[entering];
        int row = leaving(column, direction, first);
        double step = row < 0 ? Double.POSITIVE_INFINITY : Math.max(0, ratio(row, -direction * column[row], first));
        if (most <= step) {
            if (most == Double.POSITIVE_INFINITY) {
                if (!factors.fresh()) {
                    factor();
                    return;
                }
                unbounded(entering, direction, column, first);
                return;
            }
            row = -1;
            step = most;
        }
        move(entering, direction, column, row, step, first);
    }

    /** By how much a variable may pass its bounds: a slack has the rounding of what its row is made of. */
    private double slack(int j) {
        return tolerance * (1 + Math.abs(x[j])) + (j < n ? 0 : ROUNDING * terms[j - n]);
    }

    private void measureTerms() {
        Arrays.fill(terms, 0);
        double largest = largest(Arrays.copyOf(x, n));
        for (int j = 0; largest > MODERATE && j < n; j++) {
            for (int i = 0; x[j] != 0 && i < m; i++) {
                terms[i] += Math.abs(columns[j][i] * x[j]);
            }
        }
    }

    /** @return the derivatives of the sum of violations by the basic variables, null where all is feasible */
    private double[] violations() {
        measureTerms();
        double[] slopes = null;
        for (int i = 0; i < m; i++) {
            int j = basis[i];
            double slack = slack(j);
            if (x[j] < lower[j] - slack || x[j] > upper[j] + slack) {
                slopes = slopes == null ? new double[m] : slopes;
                slopes[i] = x[j] < lower[j] ? -1 : 1;
            }
        }
        return slopes;
    }

    private double[] basicCosts() {
        double[] costs = new double[m];
        for (int i = 0; i < m; i++) {
            costs[i] = cost[basis[i]];
        }
        return costs;
    }

    private double reducedCost(int j, boolean first) {
        return reducedCost(j, y, !first);
    }

    /** @return cⱼ − yᵀ·aⱼ, or without the cost −yᵀ·aⱼ */
    double reducedCost(int j, double[] y, boolean withCost) {
        double reduced = withCost ? cost[j] : 0;
        if (j >= n) {
            return reduced - y[j - n];
        }
        double[] column = columns[j];
        for (int i = 0; i < m; i++) {
            reduced -= y[i] * column[i];
        }
        return reduced;
    }

    /** From where on a reduced cost is not of the wrong sign by rounding alone. */
    double costTolerance(int j, double[] y, boolean withCost) {
        if (!(largest(y) > MODERATE)) {
            return tolerance;
        }
        double terms = withCost ? Math.abs(cost[j]) : 0;
        for (int i = 0; i < m; i++) {
            terms += j < n ? Math.abs(y[i] * columns[j][i]) : i == j - n ? Math.abs(y[i]) : 0;
        }
        return tolerance + ROUNDING * terms;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private int entering(boolean first) {
        int best = -1;
        double most = 0;
        for (int j = 0; j < n + m; j++) {
            if (basic[j] || lower[j] == upper[j]) {
                continue;
            }
            double reduced = reducedCost(j, first);
            double least = Math.abs(reduced) > tolerance ? costTolerance(j, y, !first) : tolerance;
            boolean improves = reduced < -least && x[j] < upper[j] || reduced > least && x[j] > lower[j];
            if (improves && reduced * reduced > most * weight[j]) {
                if (bland) {
                    return j;
                }
                best = j;
                most = reduced * reduced / weight[j];
            }
        }
        return best;
    }

    /** How far the variable that enters can go until the basic one at this place is at the bound it moves to. */
    private double ratio(int i, double rate, boolean first) {
        return reach(i, rate, first, false) / Math.abs(rate);
    }

    /** @return the distance to the bound that a basic variable moves to, which may give way; infinite if there is none */
    private double reach(int i, double rate, boolean first, boolean giving) {
        int j = basis[i];
        double slack = slack(j);
        boolean below = first && x[j] < lower[j] - slack;
        boolean above = first && x[j] > upper[j] + slack;
        double give = giving ? slack : 0;
        if (rate > 0) {
            return (below ? lower[j] : above ? Double.POSITIVE_INFINITY : upper[j]) - x[j] + give;
        }
        return x[j] - (above ? upper[j] : below ? Double.NEGATIVE_INFINITY : lower[j]) + give;
    }

    private int leaving(double[] column, int direction, boolean first) {
        double most = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m; i++) {
            double rate = -direction * column[i];
            if (Math.abs(rate) > PIVOT) {
                most = Math.min(most, reach(i, rate, first, !bland) / Math.abs(rate));
            }
        }
        int best = -1;
        double pivot = 0;
        for (int i = 0; i < m; i++) {
            double rate = -direction * column[i];
            if (!(Math.abs(rate) > PIVOT) || !(ratio(i, rate, first) <= Math.max(most, 0))) {
                continue;
            }
            if (bland ? best < 0 || basis[i] < basis[best] : Math.abs(rate) > pivot) {
                best = i;
                pivot = Math.abs(rate);
            }
        }
        return best;
    }

    private void move(int entering, int direction, double[] column, int row, double step, boolean first) {
        for (int i = 0; i < m; i++) {
            x[basis[i]] -= direction * step * column[i];
        }
        x[entering] += direction * step;
        stalled = step > tolerance ? 0 : stalled + 1;
        bland = stalled > STALLED;
        int leaving = row < 0 ? entering : basis[row];
        if (row < 0) {
            x[entering] = direction > 0 ? upper[entering] : lower[entering];
        } else {
            x[leaving] = nearestBound(leaving); // exactly, without what rounding and the tolerance left
            basic[leaving] = false;
            basic[entering] = true;
            basis[row] = entering;
            factors.exchange(row, column);
        }
        pivots.add(new Pivot(first, entering, leaving, value()));
    }

    private double nearestBound(int j) {
        return Math.abs(x[j] - lower[j]) <= Math.abs(x[j] - upper[j]) ? lower[j] : upper[j];
    }

    private double value() {
        double value = 0;
        for (int j = 0; j < n; j++) {
            value += cost[j] * x[j];
        }
        return value;
    }

    private void unbounded(int entering, int direction, double[] column, boolean first) {
        if (first) {
            // The sum of violations is bounded below: only pivots lost in rounding can hide what stops it.
            throw new DidNotConvergeException("The simplex method lost its way: the data are too badly scaled.");
        }
        ray = new double[n + m];
        ray[entering] = direction;
        for (int i = 0; i < m; i++) {
            ray[basis[i]] = -direction * column[i];
        }
        status = Status.UNBOUNDED;
    }

    boolean isBasic(int j) {
        return basic[j];
    }

    private double[] column(int j) {
        if (j < n) {
            return columns[j];
        }
        double[] unit = new double[m];
        unit[j - n] = 1;
        return unit;
    }

    /** Factors the basis anew, and computes the basic variables from it with two corrections by compensated residuals. */
    private void factor() {
        while (true) {
            double[][] chosen = new double[m][];
            for (int i = 0; i < m; i++) {
                chosen[i] = column(basis[i]);
            }
            factors = new BasisFactors(chosen);
            if (factors.dependent < 0) {
                break;
            }
            // A column that depends on the others gives way to the slack of a row that none of them covers.
            int out = basis[factors.dependent];
            basic[out] = false;
            x[out] = lower[out] > Double.NEGATIVE_INFINITY || upper[out] < Double.POSITIVE_INFINITY
                    ? nearestBound(out)
                    : 0;
            basis[factors.dependent] = n + factors.uncovered;
            basic[n + factors.uncovered] = true;
        }
        for (int j : basis) {
            x[j] = 0;
        }
        for (int round = 0; round < 3; round++) {
            double[] correction = factors.solve(rest());
            for (int i = 0; i < m; i++) {
                x[basis[i]] += correction[i];
            }
        }
    }

    /** @return b − A·x − s in twice the precision */
    private double[] rest() {
        double[] rest = new double[m];
        for (int i = 0; i < m; i++) {
            CompensatedProduct sum = new CompensatedProduct(right[i]);
            sum.subtract(1, x[n + i]);
            for (int j = 0; j < n; j++) {
                sum.subtract(columns[j][i], x[j]);
            }
            rest[i] = sum.value();
        }
        return rest;
    }

    /** @return y with Bᵀ·y = c_B, corrected by compensated residuals: what the final basis's multipliers are made of */
    double[] refinedPrices() {
        return refined(status == Status.INFEASIBLE ? violations() : basicCosts());
    }

    private double[] refined(double[] prices) {
        double[] refined = new double[m];
        for (int round = 0; round < 3; round++) {
            double[] rest = new double[m];
            for (int k = 0; k < m; k++) {
                CompensatedProduct sum = new CompensatedProduct(prices[k]);
                double[] column = column(basis[k]);
                for (int i = 0; i < m; i++) {
                    sum.subtract(column[i], refined[i]);
                }
                rest[k] = sum.value();
            }
            double[] correction = factors.solveTransposed(rest);
            for (int i = 0; i < m; i++) {
                refined[i] += correction[i];
            }
        }
        return refined;
    }
}
