package org.mlmath.numerics.optimization.constrained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.LeastSquares;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.QrFactors;
import org.mlmath.numerics.linear.SymmetricEigenFactors;
import org.mlmath.numerics.optimization.TwiceDifferentiableFunction;
import org.mlmath.numerics.optimization.constrained.ConstrainedMinimum.Ending;
import org.mlmath.numerics.optimization.constrained.ConstrainedMinimum.Visit;
import org.mlmath.numerics.optimization.program.Constraints;
import org.mlmath.numerics.optimization.program.QuadraticProgram;
import org.mlmath.numerics.optimization.program.QuadraticSolution;

/**
 * A local minimum of f where g = 0 and h ≤ 0, by sequential quadratic programming with exact second derivatives.
 *
 * <p>Each step solves a convex quadratic program: f's gradient, the Hessian of the Lagrangian with the moduli of its eigenvalues, and
 * the constraints linearised, which may be violated at a price ρ, so that the program always has a solution. The step is shortened until
 * the merit f + ρ·(Σ|g| + Σmax(h, 0)) falls; ρ grows where the price does not bring the constraints to hold. Near a solution Newton's
 * method on the conditions of Karush, Kuhn and Tucker with the active constraints as equations brings the last digits. Cost of a step:
 * that of a quadratic program. Source: Nocedal and Wright, <i>Numerical Optimization</i>, 2nd ed., ch. 18 (Sℓ₁QP, §18.5).
 */
public final class SequentialQuadraticProgramming {
    /** How well the conditions have to hold, relative to the sizes involved. */
    private static final double CONVERGED = 1e-8;

    /** A sum of violations is this large where constraints cannot be satisfied, relative to their slopes. */
    private static final double FEASIBLE = 1e-8;

    private static final double STEEPEST_PRICE = 1e8;

    private static final double FAR = 1e15;

    /** No step goes further than this times the size of the point: linearised constraints say nothing of what lies beyond. */
    private static final double REACH = 10;

    private final Kernel kernel = Kernels.current();
    private final TwiceDifferentiableFunction f;
    private final List<? extends TwiceDifferentiableFunction> g;
    private final List<? extends TwiceDifferentiableFunction> h;
    private final int n;
    private final int maxIterations;
    private final Deadline deadline;
    private final List<Visit> path = new ArrayList<>();
    private State state;
    private double[] lambda;
    private double[] mu;
    private double price = 10;
    private long evaluations;

    private SequentialQuadraticProgramming(
            TwiceDifferentiableFunction f,
            List<? extends TwiceDifferentiableFunction> g,
            List<? extends TwiceDifferentiableFunction> h,
            int maxIterations,
            Deadline deadline) {
        this.f = f;
        this.g = g;
        this.h = h;
        this.n = f.dimension();
        this.maxIterations = maxIterations;
        this.deadline = deadline;
        lambda = new double[g.size()];
        mu = new double[h.size()];
    }

    /**
     * @param g equations
     * @param h inequalities
     * @throws DomainException where a function or a derivative has no value at the start
     */
    public static ConstrainedMinimum minimize(
            TwiceDifferentiableFunction f,
            List<? extends TwiceDifferentiableFunction> g,
            List<? extends TwiceDifferentiableFunction> h,
            double[] start,
            int maxIterations,
            Deadline deadline) {
        return new SequentialQuadraticProgramming(f, g, h, maxIterations, deadline).run(start);
    }

    /** All functions at a point, with their gradients. */
    private final class State {
        final double[] x;
        final double value;
        final double[] gradient = new double[n];
        final double[] equations = new double[g.size()];
        final double[] inequalities = new double[h.size()];
        final double[][] slopes = new double[g.size() + h.size()][n];

        State(double[] x) {
            this.x = x;
            evaluations++;
            value = f.valueAndGradient(x, gradient);
            for (int k = 0; k < equations.length; k++) {
                equations[k] = g.get(k).valueAndGradient(x, slopes[k]);
            }
            for (int i = 0; i < inequalities.length; i++) {
                inequalities[i] = h.get(i).valueAndGradient(x, slopes[equations.length + i]);
            }
        }

        boolean defined() {
            double sum = value + violation();
            for (double entry : gradient) {
                sum += entry;
            }
            for (double entry : inequalities) {
                sum += entry;
            }
            for (double[] slope : slopes) {
                for (double entry : slope) {
                    sum += entry;
                }
            }
            return Double.isFinite(sum);
        }

        double violation() {
            double sum = 0;
            for (double entry : equations) {
                sum += Math.abs(entry);
            }
            for (double entry : inequalities) {
                sum += entry > 0 || entry != entry ? entry : 0;
            }
            return sum;
        }

        double merit() {
            return value + price * violation();
        }

        double largestViolation() {
            double most = 0;
            for (double entry : equations) {
                most = Math.max(most, Math.abs(entry));
            }
            for (double entry : inequalities) {
                most = Math.max(most, entry);
            }
            return most;
        }

        double[] lagrangian(double[] lambda, double[] mu) {
            double[] sum = gradient.clone();
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < lambda.length; k++) {
                    sum[j] += lambda[k] * slopes[k][j];
                }
                for (int i = 0; i < mu.length; i++) {
                    sum[j] += mu[i] * slopes[lambda.length + i][j];
                }
            }
            return sum;
        }

        double complementarity(double[] mu) {
            double most = 0;
            for (int i = 0; i < mu.length; i++) {
                most = Math.max(most, Math.abs(mu[i] * inequalities[i]));
            }
            return most;
        }

        /** How far the conditions are from holding, relative to the gradients. */
        double residual(double[] lambda, double[] mu) {
            double size = 1 + largest(gradient);
            return Math.max(Math.max(largest(lagrangian(lambda, mu)), complementarity(mu)) / size, largestViolation());
        }
    }

    private ConstrainedMinimum run(double[] start) {
        state = new State(start.clone());
        if (!state.defined()) {
            throw new DomainException("At the start a function or one of its derivatives is undefined.");
        }
        path.add(new Visit(state.x, state.value, state.violation()));
        Ending ending = null;
        while (ending == null) {
            deadline.check();
            ending = path.size() > maxIterations ? Ending.MAX_ITERATIONS : step();
        }
        polish();
        double residual = state.residual(lambda, mu);
        if (residual <= CONVERGED) {
            ending = Ending.CONVERGED;
        } else if (ending == Ending.CONVERGED) {
            ending = Ending.STALLED;
        }
        return result(ending);
    }

    private double[] hessian() {
        double[] sum = new double[n * n];
        double[] part = new double[n * n];
        double[] gradient = new double[n];
        f.valueGradientAndHessian(state.x, gradient, sum);
        for (int k = 0; k < g.size() + h.size(); k++) {
            double multiplier = k < g.size() ? lambda[k] : mu[k - g.size()];
            if (multiplier != 0) {
                (k < g.size() ? g.get(k) : h.get(k - g.size())).valueGradientAndHessian(state.x, gradient, part);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += multiplier * part[i];
                }
            }
        }
        return sum;
    }

    /** The Hessian with the moduli of its eigenvalues, none of them small: where it is not finite, the identity. */
    private double[] convexHessian() {
        double[] exact = hessian();
        if (!Arrays.stream(exact).allMatch(Double::isFinite)) {
            return Matrix.identity(n).values().clone();
        }
        SymmetricEigenFactors factors = kernel.symmetricEigen(new Matrix(n, n, exact), true);
        double largest = Math.max(Math.abs(factors.values()[0]), Math.abs(factors.values()[n - 1]));
        double floor = Math.max(1e-6 * largest, 1e-5 * (1 + largest(state.gradient)) / (1 + largest(state.x)));
        double[] convex = new double[n * n];
        for (int k = 0; k < n; k++) {
            double eigenvalue = Math.max(Math.abs(factors.values()[k]), floor);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    convex[i * n + j] += eigenvalue
                            * factors.vectors().get(i, k)
                            * factors.vectors().get(j, k);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                convex[j * n + i] = convex[i * n + j];
            }
        }
        return convex;
    }

    /** @return null while the search goes on */
    private Ending step() {
        double[] convex = convexHessian();
        QuadraticSolution solution;
        try {
            solution = priced(convex);
        } catch (DidNotConvergeException e) {
            return Ending.STALLED;
        }
        takeMultipliers(solution);
        double[] d = Arrays.copyOf(solution.x(), n);
        if (largest(d) <= 1e-14 * (1 + largest(state.x)) || state.residual(lambda, mu) <= 1e-2 * CONVERGED) {
            return state.violation() > FEASIBLE ? Ending.INFEASIBLE : Ending.CONVERGED;
        }
        return search(d, convex);
    }

    /** The step at a price that rises as long as a higher one makes the linearised constraints hold better. */
    private QuadraticSolution priced(double[] convex) {
        QuadraticSolution solution = elastic(convex);
        double left = left(solution);
        while (left > 1e-10 * Math.max(1, state.violation()) && price < STEEPEST_PRICE) {
            deadline.check();
            double before = price;
            price *= 10;
            QuadraticSolution dearer = elastic(convex);
            if (left(dearer) > 0.9 * left) {
                price = before;
                break;
            }
            solution = dearer;
            left = left(solution);
        }
        return solution;
    }

    private double left(QuadraticSolution solution) {
        double left = 0;
        for (int k = n; k < solution.x().length; k++) {
            left += solution.x()[k];
        }
        return left;
    }

    /**
     * min ½dᵀHd + ∇fᵀd + ρ·Σt where −t ≤ g + ∇g·d ≤ t and h + ∇h·d ≤ t: in the variables d and t.
     */
    private QuadraticSolution elastic(double[] convex) {
        int p = g.size();
        int m = h.size();
        int size = n + p + m;
        double[] q = new double[size * size];
        double[] c = new double[size];
        double[] lower = new double[size];
        double[] upper = new double[size];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        double reach = REACH * (1 + largest(state.x));
        for (int i = 0; i < n; i++) {
            System.arraycopy(convex, i * n, q, i * size, n);
            c[i] = state.gradient[i];
            lower[i] = -reach;
            upper[i] = reach;
        }
        Arrays.fill(c, n, size, price);
        double[] rows = new double[(2 * p + m) * size];
        double[] right = new double[2 * p + m];
        for (int k = 0; k < p; k++) {
            for (int side = 0; side < 2; side++) {
                int sign = side == 0 ? 1 : -1;
                int row = 2 * k + side;
                for (int j = 0; j < n; j++) {
                    rows[row * size + j] = sign * state.slopes[k][j];
                }
                rows[row * size + n + k] = -1;
                right[row] = -sign * state.equations[k];
            }
        }
        for (int i = 0; i < m; i++) {
            int row = 2 * p + i;
            System.arraycopy(state.slopes[p + i], 0, rows, row * size, n);
            rows[row * size + n + p + i] = -1;
            right[row] = -state.inequalities[i];
        }
        Constraints linear = new Constraints(
                new Matrix(2 * p + m, size, rows),
                right,
                new Matrix(0, size, new double[0]),
                new double[0],
                lower,
                upper);
        return QuadraticProgram.approximate(new Matrix(size, size, q), c, linear, deadline);
    }

    private void takeMultipliers(QuadraticSolution solution) {
        double[] rows = solution.multipliers().inequalities();
        for (int k = 0; k < lambda.length; k++) {
            lambda[k] = rows[2 * k] - rows[2 * k + 1];
        }
        System.arraycopy(rows, 2 * lambda.length, mu, 0, mu.length);
    }

    /** Shortens the step until the merit falls by a part of what the quadratic program promises. */
    private Ending search(double[] d, double[] convex) {
        double promised = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                promised += d[i] * convex[i * n + j] * d[j];
            }
        }
        double merit = state.merit();
        double noise = 1e-14 * (Math.abs(state.value) + price * state.violation());
        double[] corrected = null;
        for (double length = 1; length > 1e-12; length *= 0.5) {
            State next = new State(along(d, length));
            if (accept(next, merit, length * promised, noise)) {
                return moved(next);
            }
            if (length == 1 && next.defined()) {
                // Curved constraints can spoil a good step (Maratos): a second one goes back to them.
                corrected = corrected(d, next);
                State second = corrected == null ? null : new State(along(corrected, 1));
                if (second != null && accept(second, merit, promised, noise)) {
                    return moved(second);
                }
            }
        }
        return state.violation() > FEASIBLE ? Ending.INFEASIBLE : Ending.STALLED;
    }

    private boolean accept(State next, double merit, double promised, double noise) {
        return next.defined() && next.merit() <= merit - 1e-4 * promised + noise;
    }

    private Ending moved(State next) {
        boolean still = Arrays.equals(next.x, state.x);
        state = next;
        path.add(new Visit(state.x, state.value, state.violation()));
        if (state.violation() <= FEASIBLE * (1 + largest(state.x))
                && (largest(state.x) > FAR || state.value < -1e100)) {
            return Ending.UNBOUNDED;
        }
        return still ? Ending.STALLED : null;
    }

    private double[] along(double[] d, double length) {
        double[] x = state.x.clone();
        for (int j = 0; j < n; j++) {
            x[j] += length * d[j];
        }
        return x;
    }

    /** d and the shortest way from x + d back to the constraints that the step was to satisfy as equations. */
    private double[] corrected(double[] d, State next) {
        List<double[]> rows = new ArrayList<>();
        List<Double> rest = new ArrayList<>();
        for (int k = 0; k < lambda.length; k++) {
            rows.add(state.slopes[k]);
            rest.add(-next.equations[k]);
        }
        for (int i = 0; i < mu.length; i++) {
            if (mu[i] > 0) {
                rows.add(state.slopes[lambda.length + i]);
                rest.add(-next.inequalities[i]);
            }
        }
        if (rows.isEmpty()) {
            return null;
        }
        Matrix back = LeastSquares.solve(
                        Matrix.of(rows.toArray(double[][]::new)),
                        Matrix.column(
                                rest.stream().mapToDouble(Double::doubleValue).toArray()),
                        1e-12,
                        0)
                .x();
        double[] sum = d.clone();
        for (int j = 0; j < n; j++) {
            sum[j] += back.get(j, 0);
        }
        return sum;
    }

    /** Newton's method on ∇L = 0, g = 0 and h = 0 where it is active, while that makes the conditions hold better. */
    private void polish() {
        for (int round = 0; round < 20 && state.largestViolation() < 1e-3; round++) {
            deadline.check();
            int[] active = IntStream.range(0, mu.length)
                    .filter(i -> mu[i] > 1e-10 * (1 + largest(state.gradient))
                            && Math.abs(state.inequalities[i]) < 1e-3 * (1 + Math.abs(mu[i])))
                    .toArray();
            int p = lambda.length;
            int size = n + p + active.length;
            double[] second = hessian();
            double[] gradient = state.lagrangian(lambda, mu);
            double[] entries = new double[size * size];
            double[] right = new double[size];
            for (int i = 0; i < n; i++) {
                System.arraycopy(second, i * n, entries, i * size, n);
                right[i] = -gradient[i];
            }
            for (int k = 0; k < p + active.length; k++) {
                double[] slope = state.slopes[k < p ? k : p + active[k - p]];
                for (int j = 0; j < n; j++) {
                    entries[(n + k) * size + j] = slope[j];
                    entries[j * size + n + k] = slope[j];
                }
                right[n + k] = -(k < p ? state.equations[k] : state.inequalities[active[k - p]]);
            }
            if (!Arrays.stream(entries).allMatch(Double::isFinite)) {
                return;
            }
            Matrix step = LeastSquares.solve(new Matrix(size, size, entries), Matrix.column(right), 1e-12, 0)
                    .x();
            double[] x = state.x.clone();
            for (int j = 0; j < n; j++) {
                x[j] += step.get(j, 0);
            }
            double[] nextLambda = lambda.clone();
            double[] nextMu = new double[mu.length];
            for (int k = 0; k < p; k++) {
                nextLambda[k] += step.get(n + k, 0);
            }
            for (int k = 0; k < active.length; k++) {
                nextMu[active[k]] = mu[active[k]] + step.get(n + p + k, 0);
            }
            State next = new State(x);
            boolean better = next.defined()
                    && Arrays.stream(nextMu).allMatch(multiplier -> multiplier >= 0)
                    && next.residual(nextLambda, nextMu) < 0.9 * state.residual(lambda, mu);
            if (!better) {
                return;
            }
            state = next;
            lambda = nextLambda;
            mu = nextMu;
        }
    }

    private ConstrainedMinimum result(Ending ending) {
        double size = 1 + largest(state.x);
        int[] active = IntStream.range(0, mu.length)
                .filter(i -> mu[i] > 0 && state.inequalities[i] > -1e-6 * size || state.inequalities[i] >= -1e-9 * size)
                .toArray();
        for (int i = 0; i < mu.length; i++) {
            mu[i] = state.inequalities[i] > -1e-6 * size ? mu[i] : 0;
        }
        if (path.getLast().x() != state.x) {
            path.add(new Visit(state.x, state.value, state.violation()));
        }
        Tangents tangents = ending == Ending.CONVERGED ? tangents(active) : null;
        return new ConstrainedMinimum(
                state.x,
                state.value,
                lambda,
                mu,
                active,
                ending,
                path.size() - 1,
                evaluations,
                largest(state.lagrangian(lambda, mu)),
                state.largestViolation(),
                state.complementarity(mu),
                tangents == null ? null : tangents.curvatures,
                tangents != null && tangents.independent,
                List.copyOf(path));
    }

    private record Tangents(double[] curvatures, boolean independent) {}

    /** The eigenvalues of Zᵀ·∇²L·Z, Z an orthonormal basis of the directions in which no active constraint changes. */
    private Tangents tangents(int[] active) {
        double[] second = hessian();
        if (!Arrays.stream(second).allMatch(Double::isFinite)) {
            return new Tangents(null, false);
        }
        int k = lambda.length + active.length;
        double[][] rows = new double[k][];
        for (int i = 0; i < k; i++) {
            rows[i] = state.slopes[i < lambda.length ? i : lambda.length + active[i - lambda.length]];
        }
        int rank = 0;
        Matrix z = Matrix.identity(n);
        if (k > 0) {
            QrFactors qr = kernel.qr(Matrix.of(rows).transpose(), true, true);
            double first = Math.abs(qr.r().get(0, 0));
            while (rank < Math.min(k, n) && Math.abs(qr.r().get(rank, rank)) > 1e-10 * first) {
                rank++;
            }
            double[] entries = new double[n * (n - rank)];
            for (int i = 0; i < n; i++) {
                for (int j = rank; j < n; j++) {
                    entries[i * (n - rank) + j - rank] = qr.q().get(i, j);
                }
            }
            z = new Matrix(n, n - rank, entries);
        }
        if (z.columns() == 0) {
            return new Tangents(new double[0], rank == k);
        }
        Matrix reduced = kernel.multiply(z.transpose(), kernel.multiply(new Matrix(n, n, second), z));
        return new Tangents(kernel.symmetricEigen(reduced, false).values(), rank == k);
    }

    private static double largest(double[] vector) {
        double largest = 0;
        for (double entry : vector) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }
}
