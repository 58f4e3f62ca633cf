package org.mlmath.numerics.optimization.program;

import java.util.Arrays;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.linear.CholeskyFactors;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * A point near the optimum of a convex quadratic program whose numbers are of the size of 1, with multipliers that tell which constraints
 * are active there, by a primal-dual interior-point method with predictor and corrector.
 *
 * <p>With slacks s of all inequalities and bounds G·x + s = h and multipliers z, each step solves Newton's equations of
 * Qx + c + Gᵀz + Eᵀλ = 0, E·x = f and s·z = σμ by the Cholesky factors of H = Q + Gᵀ·diag(z/s)·G + ρI and of E·H⁻¹·Eᵀ + δI, refined.
 * ρ and δ are the weights of proximal terms at the current point: they make semidefinite Q and dependent equations harmless, and change
 * no limit. Some 10 to 25 steps of m·n² + n³ operations, however many constraints are active. Sources: Mehrotra, <i>On the
 * implementation of a primal-dual interior point method</i>, SIAM J. Optim. 2 (1992); Nocedal and Wright, <i>Numerical
 * Optimization</i>, 2nd ed., §16.6; Friedlander and Orban, <i>A primal-dual regularized interior-point method for convex quadratic
 * programs</i>, Math. Prog. Comp. 4 (2012).
 */
final class InteriorPoint {
    private static final int MOST_STEPS = 100;

    /** How small sz is at the end: this tells the active constraints, which give the last digits. */
    private static final double GAP = 1e-10;

    /** How well the other conditions hold then; eliminating slacks costs them digits, the more the nearer the end. */
    private static final double TOLERANCE = 1e-8;

    /** Where rounding ends the method, a point that is this near will do as well. */
    private static final double NEAR = 1e-5;

    /** Slacks that went down to this while the other conditions do not hold are on the way to no optimum. */
    private static final double LOST = 1e-20;

    /** How far a step goes towards the first slack or multiplier that becomes 0. */
    private static final double FRACTION = 0.995;

    private static final double PROXIMAL = 1e-9;
    private static final int REFINEMENTS = 2;

    private final Kernel kernel = Kernels.current();
    private final Matrix q;
    private final double[] c;
    private final Matrix a;
    private final Matrix transposed;
    private final Deadline deadline;
    private final int n;
    private final int m;

    /** Bounds are rows of one entry, ±1, after the inequalities. */
    private final int[] variable;

    private final int[] sign;
    private final double[] h;
    private final Matrix e;
    private final double[] f;

    final double[] x;
    private double[] lambda;
    private double[] s;
    private double[] z;
    private int steps;
    private boolean near;
    private boolean lost;

    private double[] weight;
    private CholeskyFactors hessian;
    private CholeskyFactors schur;
    private double proximal = PROXIMAL;

    /** @param constraints of which no lower bound is above an upper one */
    InteriorPoint(Matrix q, double[] c, Constraints constraints, Deadline deadline) {
        this.q = q;
        this.c = c;
        this.deadline = deadline;
        n = c.length;
        a = constraints.inequalities();
        transposed = a.transpose();
        int[] variables = new int[2 * n];
        int[] signs = new int[2 * n];
        double[] limits = new double[2 * n];
        int bounds = 0;
        int fixed = 0;
        for (int j = 0; j < n; j++) {
            double lower = constraints.lower()[j];
            double upper = constraints.upper()[j];
            if (lower == upper) {
                fixed++; // there is nothing between them: an equation
                continue;
            }
            if (lower > Double.NEGATIVE_INFINITY) {
                variables[bounds] = j;
                signs[bounds] = -1;
                limits[bounds++] = -lower;
            }
            if (upper < Double.POSITIVE_INFINITY) {
                variables[bounds] = j;
                signs[bounds] = 1;
                limits[bounds++] = upper;
            }
        }
        variable = Arrays.copyOf(variables, bounds);
        sign = Arrays.copyOf(signs, bounds);
        m = a.rows() + bounds;
        h = Arrays.copyOf(constraints.limits(), m);
        System.arraycopy(limits, 0, h, a.rows(), bounds);
        int given = constraints.values().length;
        f = Arrays.copyOf(constraints.values(), given + fixed);
        double[] entries = Arrays.copyOf(constraints.equations().values(), f.length * n);
        for (int j = 0; j < n; j++) {
            if (constraints.lower()[j] == constraints.upper()[j]) {
                entries[given * n + j] = 1;
                f[given++] = constraints.lower()[j];
            }
        }
        e = new Matrix(f.length, n, entries);
        x = new double[n];
        lambda = new double[f.length];
    }

    /** @return whether a point was found that satisfies the conditions; where not, the program may have no optimum */
    boolean run() {
        try {
            start();
            for (steps = 0; steps < MOST_STEPS; steps++) {
                deadline.check();
                if (step()) {
                    return true;
                }
                if (lost || !finite(x) || !finite(z)) {
                    return false;
                }
            }
            return near;
        } catch (NotPositiveDefiniteException rounded) {
            return near; // if not, multipliers and slacks go apart without an end: there may be no optimum
        }
    }

    int steps() {
        return steps;
    }

    /** @return of an inequality the share of its multiplier in multiplier and slack: near 1 if active, near 0 if not */
    double activity(int inequality) {
        return z[inequality] / (z[inequality] + s[inequality]);
    }

    /** @return as of an inequality; 0 where there is no such bound or the variable is fixed */
    double boundActivity(int j, int side) {
        for (int k = 0; k < variable.length; k++) {
            if (variable[k] == j && sign[k] == side) {
                return activity(a.rows() + k);
            }
        }
        return 0;
    }

    /** The least squares solution, moved inside: the start of Vandenberghe, <i>The CVXOPT linear and quadratic cone program solvers</i>. */
    private void start() {
        weight = new double[m];
        Arrays.fill(weight, 1);
        factor();
        double[] right = timesG(h, true);
        for (int j = 0; j < n; j++) {
            right[j] -= c[j];
        }
        double[] multipliers = f.clone();
        solve(right, multipliers);
        System.arraycopy(right, 0, x, 0, n);
        lambda = multipliers;
        double[] gx = timesG(x, false);
        s = new double[m];
        z = new double[m];
        double least = 0;
        double most = 0;
        for (int i = 0; i < m; i++) {
            s[i] = h[i] - gx[i];
            z[i] = -s[i];
            least = Math.min(least, s[i]);
            most = Math.max(most, s[i]);
        }
        double size = 1 + Math.max(-least, most) * 1e-3;
        for (int i = 0; i < m; i++) {
            if (least < size) {
                s[i] += size - least;
            }
            if (most > -size) {
                z[i] += size + most;
            }
        }
    }

    private boolean step() {
        double[] qx = times(q, x);
        double[] gz = timesG(z, true);
        double[] el = timesTransposed(e, lambda);
        double[] dual = new double[n];
        double terms = 1;
        double objective = 0;
        for (int j = 0; j < n; j++) {
            dual[j] = qx[j] + c[j] + gz[j] + el[j];
            terms = Math.max(terms, Math.max(Math.abs(qx[j]), Math.abs(gz[j])));
            objective += x[j] * (0.5 * qx[j] + c[j]);
        }
        double[] gx = timesG(x, false);
        double[] primal = new double[m];
        double gap = 0;
        double violation = 0;
        for (int i = 0; i < m; i++) {
            primal[i] = gx[i] + s[i] - h[i];
            violation = Math.max(violation, Math.abs(primal[i]) / (1 + Math.abs(h[i])));
            gap += s[i] * z[i];
        }
        double[] equation = times(e, x);
        for (int i = 0; i < f.length; i++) {
            equation[i] -= f[i];
            violation = Math.max(violation, Math.abs(equation[i]) / (1 + Math.abs(f[i])));
        }
        double error = Math.max(violation, largest(dual) / terms);
        double relativeGap = gap / (1 + Math.abs(objective));
        if (error <= TOLERANCE && relativeGap <= GAP) {
            return true;
        }
        near = error <= NEAR && relativeGap <= NEAR;
        lost = m > 0 && relativeGap < LOST && !near;
        for (int i = 0; i < m; i++) {
            weight[i] = z[i] / s[i];
        }
        factor();
        double mean = m == 0 ? 0 : gap / m;
        double[] product = new double[m];
        for (int i = 0; i < m; i++) {
            product[i] = s[i] * z[i];
        }
        Direction predictor = direction(dual, primal, equation, product);
        double reach = predictor.reach();
        double predicted = 0;
        for (int i = 0; i < m; i++) {
            predicted += (s[i] + reach * predictor.s[i]) * (z[i] + reach * predictor.z[i]);
        }
        double centring = gap == 0 ? 0 : Math.pow(Math.max(0, predicted) / gap, 3);
        for (int i = 0; i < m; i++) {
            product[i] += predictor.s[i] * predictor.z[i] - centring * mean;
        }
        Direction corrected = m == 0 ? predictor : direction(dual, primal, equation, product);
        corrected.go(m == 0 ? 1 : Math.min(1, FRACTION * corrected.reach()));
        return false;
    }

    private final class Direction {
        final double[] x;
        final double[] s = new double[m];
        final double[] z = new double[m];
        final double[] lambda;

        Direction(double[] x, double[] lambda) {
            this.x = x;
            this.lambda = lambda;
        }

        /** @return the multiple of the step, up to a little more than 1, at which a slack or a multiplier becomes 0 */
        double reach() {
            double reach = 1 / FRACTION;
            for (int i = 0; i < m; i++) {
                if (s[i] < 0) {
                    reach = Math.min(reach, -InteriorPoint.this.s[i] / s[i]);
                }
                if (z[i] < 0) {
                    reach = Math.min(reach, -InteriorPoint.this.z[i] / z[i]);
                }
            }
            return reach;
        }

        void go(double length) {
            add(InteriorPoint.this.x, x, length);
            add(InteriorPoint.this.s, s, length);
            add(InteriorPoint.this.z, z, length);
            add(InteriorPoint.this.lambda, lambda, length);
        }
    }

    private static void add(double[] to, double[] step, double length) {
        for (int k = 0; k < to.length; k++) {
            to[k] += length * step[k];
        }
    }

    /** Newton's step, slacks and their multipliers eliminated. */
    private Direction direction(double[] dual, double[] primal, double[] equation, double[] product) {
        double[] shares = new double[m];
        for (int i = 0; i < m; i++) {
            shares[i] = (product[i] - z[i] * primal[i]) / s[i];
        }
        double[] right = timesG(shares, true);
        for (int j = 0; j < n; j++) {
            right[j] -= dual[j];
        }
        double[] multipliers = new double[f.length];
        for (int i = 0; i < f.length; i++) {
            multipliers[i] = -equation[i];
        }
        solve(right, multipliers);
        Direction direction = new Direction(right, multipliers);
        double[] gx = timesG(right, false);
        for (int i = 0; i < m; i++) {
            direction.s[i] = -primal[i] - gx[i];
            direction.z[i] = weight[i] * gx[i] - shares[i];
        }
        return direction;
    }

    /** The factors of H = Q + Gᵀ·diag(weight)·G + ρI and E·H⁻¹·Eᵀ + ρI, with more of ρ where rounding has made H indefinite. */
    private void factor() {
        double[] entries = q.values().clone();
        if (a.rows() > 0) {
            double[] rows = a.values().clone();
            for (int i = 0; i < a.rows(); i++) {
                double root = Math.sqrt(weight[i]);
                for (int j = 0; j < n; j++) {
                    rows[i * n + j] *= root;
                }
            }
            Matrix weighted = new Matrix(a.rows(), n, rows);
            add(entries, kernel.multiply(weighted.transpose(), weighted).values(), 1);
        }
        for (int k = 0; k < variable.length; k++) {
            entries[variable[k] * (n + 1)] += weight[a.rows() + k];
        }
        for (int attempt = 0; ; attempt++) {
            double[] regular = entries.clone();
            for (int j = 0; j < n; j++) {
                regular[j * (n + 1)] += proximal;
            }
            try {
                hessian = kernel.cholesky(new Matrix(n, n, regular));
                if (f.length > 0) {
                    Matrix complement = kernel.multiply(e, hessian.solve(e.transpose()));
                    double[] definite = complement.values().clone();
                    for (int i = 0; i < f.length; i++) {
                        for (int j = 0; j < i; j++) {
                            definite[i * f.length + j] =
                                    definite[j * f.length + i] = 0.5 * (complement.get(i, j) + complement.get(j, i));
                        }
                        definite[i * (f.length + 1)] += proximal;
                    }
                    schur = kernel.cholesky(new Matrix(f.length, f.length, definite));
                }
                return;
            } catch (NotPositiveDefiniteException rounded) {
                if (attempt == 3) {
                    throw rounded;
                }
                proximal *= 100;
            }
        }
    }

    /** Solves H·x + Eᵀλ = right, E·x − ρλ = multipliers in place, refined. */
    private void solve(double[] right, double[] multipliers) {
        double[] point = new double[n];
        double[] prices = new double[f.length];
        double[] restX = right.clone();
        double[] restL = multipliers.clone();
        for (int round = 0; round <= REFINEMENTS; round++) {
            double[] first = hessian.solve(Matrix.column(restX)).values();
            if (f.length > 0) {
                double[] through = times(e, first);
                for (int i = 0; i < f.length; i++) {
                    through[i] -= restL[i];
                }
                double[] price = schur.solve(Matrix.column(through)).values();
                double[] reduced = timesTransposed(e, price);
                for (int j = 0; j < n; j++) {
                    reduced[j] = restX[j] - reduced[j];
                }
                first = hessian.solve(Matrix.column(reduced)).values();
                add(prices, price, 1);
            }
            add(point, first, 1);
            if (round < REFINEMENTS) {
                double[] inner = timesG(point, false);
                for (int i = 0; i < m; i++) {
                    inner[i] *= weight[i];
                }
                double[] curved = times(q, point);
                double[] bent = timesG(inner, true);
                double[] priced = timesTransposed(e, prices);
                for (int j = 0; j < n; j++) {
                    restX[j] = right[j] - curved[j] - bent[j] - proximal * point[j] - priced[j];
                }
                double[] ex = times(e, point);
                for (int i = 0; i < f.length; i++) {
                    restL[i] = multipliers[i] - ex[i] + proximal * prices[i];
                }
            }
        }
        System.arraycopy(point, 0, right, 0, n);
        System.arraycopy(prices, 0, multipliers, 0, f.length);
    }

    /** @return G·v, or Gᵀ·v */
    private double[] timesG(double[] v, boolean transpose) {
        int rows = a.rows();
        if (transpose) {
            double[] result = times(transposed, v);
            for (int k = 0; k < variable.length; k++) {
                result[variable[k]] += sign[k] * v[rows + k];
            }
            return result;
        }
        double[] result = Arrays.copyOf(times(a, v), m);
        for (int k = 0; k < variable.length; k++) {
            result[rows + k] = sign[k] * v[variable[k]];
        }
        return result;
    }

    private static double[] times(Matrix matrix, double[] v) {
        double[] entries = matrix.values();
        int columns = matrix.columns();
        double[] result = new double[matrix.rows()];
        for (int i = 0; i < result.length; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += entries[i * columns + j] * v[j];
            }
            result[i] = sum;
        }
        return result;
    }

    private static double[] timesTransposed(Matrix matrix, double[] v) {
        double[] result = new double[matrix.columns()];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < result.length; j++) {
                result[j] += matrix.get(i, j) * v[i];
            }
        }
        return result;
    }

    private static double largest(double[] entries) {
        double largest = 0;
        for (double entry : entries) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    private static boolean finite(double[] entries) {
        return Arrays.stream(entries).allMatch(Double::isFinite);
    }
}
