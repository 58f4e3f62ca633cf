package org.mlmath.numerics.regression;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.optimization.TwiceDifferentiableFunction;

/**
 * The minimum of f(x) + λ·Σ|xⱼ|, the sum over some of the coordinates, for convex f.
 *
 * <p>Newton's method with the modulus left as it is: each step minimises the quadratic model of f and the penalty together, by cyclic
 * coordinate descent, and once the signs stand by one linear system ({@link SignSearch} where they do not); Armijo's rule shortens it where the model promises too much. Weights
 * that are 0 at the minimum are exactly 0. Sources: Lee, Sun and Saunders, <i>Proximal Newton-type methods for minimizing composite
 * functions</i>, SIAM J. Optim. 24 (2014); Friedman, Hastie and Tibshirani, J. Stat. Softw. 33 (2010).
 *
 * @param point x
 * @param history the objective at the start and after each step
 * @param converged whether the conditions of Karush, Kuhn and Tucker hold to rounding
 * @param kktResidual how far they fail at most, relative to the largest derivative at 0
 */
public record ProximalNewton(double[] point, double[] history, boolean converged, double kktResidual) {
    private static final int STEPS = 200;
    private static final int SWEEPS = 500;
    private static final int HALVINGS = 40;

    /** What the conditions may fail by to count as held. */
    private static final double HELD = 1e-10;

    /** What a derivative may change by where x is rounded, relative to the terms of H·x. */
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    /** Added to the diagonal, relative to it, so that directions in which f is flat have a step too: next to none. */
    private static final double FLAT = 1e-11;

    /**
     * @param penalized which coordinates the modulus is taken of
     * @param l1 λ ≥ 0
     * @throws DomainException where f or a derivative of it overflows at 0
     */
    public static ProximalNewton minimize(
            TwiceDifferentiableFunction f, boolean[] penalized, double l1, Deadline deadline) {
        return new Search(f, penalized, l1, deadline).run();
    }

    private static final class Search {
        private final TwiceDifferentiableFunction f;
        private final boolean[] penalized;
        private final double l1;
        private final Deadline deadline;
        private final int n;
        private final double[] x;
        private final double[] gradient;
        private final double[] hessian;

        Search(TwiceDifferentiableFunction f, boolean[] penalized, double l1, Deadline deadline) {
            this.f = f;
            this.penalized = penalized;
            this.l1 = l1;
            this.deadline = deadline;
            n = penalized.length;
            x = new double[n];
            gradient = new double[n];
            hessian = new double[n * n];
        }

        ProximalNewton run() {
            double[] history = new double[STEPS + 1];
            double value = f.valueGradientAndHessian(x, gradient, hessian);
            double scale = Arrays.stream(gradient).map(Math::abs).max().orElse(0);
            if (!Arrays.stream(hessian).allMatch(Double::isFinite) || !(scale <= Double.MAX_VALUE)) {
                throw new DomainException("The second derivatives overflow at the start. Scale the columns.");
            }
            double objective = value + penalty(x);
            history[0] = objective;
            int steps = 0;
            double failure = failure(scale);
            while (steps < STEPS && failure > Math.ulp(1.0)) {
                deadline.check();
                double[] direction = direction(scale);
                double next = searched(direction, objective);
                if (Double.isNaN(next)) {
                    break; // rounding alone is left
                }
                objective = next;
                history[++steps] = objective;
                f.valueGradientAndHessian(x, gradient, hessian);
                double before = failure;
                failure = failure(scale);
                if (held(failure) && failure >= 0.5 * before) {
                    break;
                }
            }
            return new ProximalNewton(x, Arrays.copyOf(history, steps + 1), held(failure), failure);
        }

        /** Whether the conditions hold to rounding, of the derivatives or of x itself: columns far from 0 multiply that of x. */
        private boolean held(double failure) {
            if (failure <= HELD) {
                return true;
            }
            for (int j = 0; j < n; j++) {
                double terms = 0;
                for (int k = 0; k < n; k++) {
                    terms += Math.abs(hessian[j * n + k] * x[k]);
                }
                if (failure(j) > ROUNDING * terms) {
                    return false;
                }
            }
            return true;
        }

        private double penalty(double[] at) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += penalized[j] ? Math.abs(at[j]) : 0;
            }
            return l1 * sum;
        }

        private double failure(double scale) {
            double worst = 0;
            for (int j = 0; j < n; j++) {
                worst = Math.max(worst, failure(j));
            }
            return scale == 0 ? 0 : worst / scale;
        }

        private double failure(int j) {
            double g = gradient[j];
            if (!penalized[j]) {
                return Math.abs(g);
            }
            return x[j] != 0 ? Math.abs(g + Math.copySign(l1, x[j])) : Math.abs(g) - l1;
        }

        /** Minimises gᵀd + ½dᵀHd + λΣ|x + d|. */
        private double[] direction(double scale) {
            for (int j = 0; j < n; j++) {
                hessian[j * n + j] += FLAT * hessian[j * n + j];
            }
            double[] d = new double[n];
            double[] rest = gradient.clone(); // g + H·d
            int[] signs = null;
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                deadline.check();
                double moved = sweep(d, rest);
                int[] now = signs(d);
                if (Arrays.equals(now, signs) && polished(d, now) || moved <= 1e-16 * scale) {
                    return d;
                }
                signs = now;
            }
            return bySigns(d);
        }

        /** Where columns depend on each other so nearly that sweeps come to no end, the signs are gone through. */
        private double[] bySigns(double[] d) {
            double[] linear = gradient.clone();
            double[] z = new double[n];
            for (int j = 0; j < n; j++) {
                z[j] = x[j] + d[j];
                for (int k = 0; k < n; k++) {
                    linear[j] -= hessian[j * n + k] * x[k];
                }
            }
            if (!new SignSearch(hessian, linear, penalized, l1, z).run(deadline)) {
                return d;
            }
            for (int j = 0; j < n; j++) {
                z[j] -= x[j];
            }
            return z;
        }

        private double sweep(double[] d, double[] rest) {
            double moved = 0;
            for (int j = 0; j < n; j++) {
                double unit = hessian[j * n + j];
                if (!(unit > 0)) {
                    continue; // a column of zeros
                }
                double aim = unit * (x[j] + d[j]) - rest[j];
                double next = penalized[j] ? soft(aim) / unit : aim / unit;
                double change = next - (x[j] + d[j]);
                if (change != 0) {
                    for (int k = 0; k < n; k++) {
                        rest[k] += change * hessian[j * n + k];
                    }
                    d[j] = next - x[j];
                    moved = Math.max(moved, Math.abs(change) * unit);
                }
            }
            return moved;
        }

        private double soft(double value) {
            return Math.abs(value) <= l1 ? 0 : value - Math.copySign(l1, value);
        }

        private int[] signs(double[] d) {
            int[] signs = new int[n];
            for (int j = 0; j < n; j++) {
                signs[j] = (int) Math.signum(x[j] + d[j]);
            }
            return signs;
        }

        /** Solves for the coordinates that are not 0, if their signs are kept and the others want to stay where they are. */
        private boolean polished(double[] d, int[] signs) {
            int[] active = IntStream.range(0, n)
                    .filter(j -> hessian[j * n + j] > 0 && (!penalized[j] || signs[j] != 0))
                    .toArray();
            double[][] system = new double[active.length][active.length];
            double[] solution = new double[active.length];
            for (int a = 0; a < active.length; a++) {
                int j = active[a];
                solution[a] = -gradient[j] - (penalized[j] ? l1 * signs[j] : 0);
                for (int k = 0; k < n; k++) {
                    // Coordinates that are to be 0 go there from where they are.
                    boolean zero = penalized[k] && signs[k] == 0;
                    solution[a] += zero ? hessian[j * n + k] * x[k] : 0;
                }
                for (int b = 0; b < active.length; b++) {
                    system[a][b] = hessian[j * n + active[b]];
                }
            }
            SmallCholesky cholesky = SmallCholesky.of(system);
            if (cholesky == null) {
                return false;
            }
            cholesky.solve(solution);
            double[] exact = new double[n];
            for (int j = 0; j < n; j++) {
                exact[j] = penalized[j] && signs[j] == 0 ? -x[j] : 0;
            }
            for (int a = 0; a < active.length; a++) {
                int j = active[a];
                if (penalized[j] && Math.signum(x[j] + solution[a]) != signs[j]) {
                    return false;
                }
                exact[j] = solution[a];
            }
            for (int j = 0; j < n; j++) {
                if (penalized[j] && signs[j] == 0) {
                    double slope = gradient[j];
                    for (int k = 0; k < n; k++) {
                        slope += hessian[j * n + k] * exact[k];
                    }
                    if (Math.abs(slope) > l1 * (1 + HELD)) {
                        return false;
                    }
                }
            }
            System.arraycopy(exact, 0, d, 0, n);
            return true;
        }

        /** Takes the step, shortened as needed; @return the objective there, NaN where no length makes it smaller */
        private double searched(double[] direction, double objective) {
            double[] next = new double[n];
            double promised = 0;
            for (int j = 0; j < n; j++) {
                next[j] = x[j] + direction[j];
                promised += gradient[j] * direction[j];
            }
            promised += penalty(next) - penalty(x);
            double rounding = 4 * Math.ulp(Math.abs(objective));
            double length = 1;
            for (int t = 0; t < HALVINGS; t++, length /= 2) {
                for (int j = 0; j < n; j++) {
                    // A whole step puts a coordinate to exactly 0.
                    next[j] = length == 1 && x[j] + direction[j] == 0 ? 0 : x[j] + length * direction[j];
                }
                double value = f.value(next) + penalty(next);
                if (value <= objective + 0.1 * length * Math.min(0, promised) + rounding) {
                    System.arraycopy(next, 0, x, 0, n);
                    return value;
                }
            }
            return Double.NaN;
        }
    }
}
