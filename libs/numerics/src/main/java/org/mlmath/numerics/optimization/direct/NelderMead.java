package org.mlmath.numerics.optimization.direct;

import java.util.List;
import org.mlmath.numerics.optimization.DifferentiableFunction;
import org.mlmath.numerics.optimization.Iterate;
import org.mlmath.numerics.optimization.StopReason;
import org.mlmath.numerics.optimization.UpdateRule;

/**
 * The simplex method of Nelder and Mead: n + 1 points of which the worst is reflected in the centre of the others, expanded where
 * that is the best, contracted where it is still among the worst, and where nothing helps all shrink towards the best. The
 * iterate is the best point.
 *
 * <p>The first simplex is the start with each coordinate in turn made longer by a part {@code size}, or set to 0.005·size where it is
 * zero. Coefficients are 1, 2, ½, ½, or adaptive: 1, 1 + 2/n, ¾ − 1/(2n), 1 − 1/n, which suit many variables. Iterates
 * are SciPy's. What counts as the change of the value is the spread of the simplex's values.
 *
 * <p>Source: J. A. Nelder, R. Mead, <i>A simplex method for function minimization</i>, Computer Journal 7, 1965; F. Gao, L. Han,
 * <i>Implementing the Nelder–Mead simplex algorithm with adaptive parameters</i>, Computational Optimization and Applications
 * 51, 2012.
 *
 * @param size above 0
 */
public record NelderMead(boolean adaptive, double size) implements UpdateRule {
    /** What is set in place of a zero, as a part of {@code size}. */
    private static final double BESIDE_ZERO = 0.005;

    /** Points this close, relative to their size, whose values are equal but for rounding have nothing left to tell. */
    private static final double CLOSE = 1e-8;

    /** Vertices by rows, the best first, then their values. */
    @Override
    public List<Slot> memory(int dimension) {
        return List.of(
                new Slot("simplex", Math.multiplyExact(dimension + 1, dimension)), new Slot("values", dimension + 1));
    }

    @Override
    public Guide guide() {
        return Guide.VALUES;
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        int n = from.point().length;
        Simplex simplex = new Simplex(n, objective);
        if (from.iteration() == 0) {
            simplex.around(from.point(), from.value(), size);
        } else {
            simplex.read(from.memory());
        }
        if (simplex.collapsed()) {
            to.refuse(StopReason.COLLAPSED);
        } else {
            simplex.step(adaptive ? Coefficients.adaptive(n) : Coefficients.USUAL);
            simplex.write(to.memory());
            System.arraycopy(simplex.vertices[0], 0, to.point(), 0, n);
            to.change(simplex.values[n] - simplex.values[0]);
        }
        to.looked(simplex.evaluations);
    }

    /** How far: ρ, χ, ψ, σ. */
    private record Coefficients(double reflection, double expansion, double contraction, double shrinking) {
        static final Coefficients USUAL = new Coefficients(1, 2, 0.5, 0.5);

        static Coefficients adaptive(double n) {
            return new Coefficients(1, 1 + 2 / n, 0.75 - 1 / (2 * n), 1 - 1 / n);
        }
    }

    /** The points of one step. */
    private static final class Simplex {
        private final int n;
        private final DifferentiableFunction objective;
        private final double[][] vertices;
        private final double[] values;
        private long evaluations;

        Simplex(int n, DifferentiableFunction objective) {
            this.n = n;
            this.objective = objective;
            vertices = new double[n + 1][n];
            values = new double[n + 1];
        }

        void around(double[] start, double value, double size) {
            vertices[0] = start.clone();
            values[0] = value;
            for (int k = 1; k <= n; k++) {
                double[] vertex = start.clone();
                double x = vertex[k - 1];
                vertex[k - 1] = x == 0 ? BESIDE_ZERO * size : (1 + size) * x;
                put(k, vertex, value(vertex));
            }
            sort();
        }

        void read(double[] memory) {
            for (int k = 0; k <= n; k++) {
                System.arraycopy(memory, k * n, vertices[k], 0, n);
            }
            System.arraycopy(memory, (n + 1) * n, values, 0, n + 1);
        }

        void write(double[] memory) {
            for (int k = 0; k <= n; k++) {
                System.arraycopy(vertices[k], 0, memory, k * n, n);
            }
            System.arraycopy(values, 0, memory, (n + 1) * n, n + 1);
        }

        /** Nothing but rounding between the points, or close together with nothing but rounding between their values. */
        boolean collapsed() {
            double size = 0;
            double reach = 0;
            for (int i = 0; i < n; i++) {
                size = Math.max(size, Math.abs(vertices[0][i]));
                for (int k = 1; k <= n; k++) {
                    reach = Math.max(reach, Math.abs(vertices[k][i] - vertices[0][i]));
                }
            }
            boolean level = values[n] - values[0] <= 2 * Math.ulp(values[0]);
            return reach <= 2 * Math.ulp(size) || level && reach <= CLOSE * Math.max(1, size);
        }

        void step(Coefficients c) {
            double[] centre = new double[n];
            for (int k = 0; k < n; k++) {
                for (int i = 0; i < n; i++) {
                    centre[i] += vertices[k][i];
                }
            }
            for (int i = 0; i < n; i++) {
                centre[i] /= n;
            }
            double[] reflected = beyond(centre, c.reflection);
            double value = value(reflected);
            if (value < values[0]) {
                double[] expanded = beyond(centre, c.reflection * c.expansion);
                double further = value(expanded);
                boolean better = further < value;
                put(n, better ? expanded : reflected, better ? further : value);
            } else if (value < values[n - 1]) {
                put(n, reflected, value);
            } else {
                boolean outside = value < values[n];
                double[] contracted = beyond(centre, outside ? c.contraction * c.reflection : -c.contraction);
                double nearer = value(contracted);
                if (outside ? nearer <= value : nearer < values[n]) {
                    put(n, contracted, nearer);
                } else {
                    shrink(c.shrinking);
                }
            }
            sort();
        }

        /** (1 + part)·centre − part·worst. */
        private double[] beyond(double[] centre, double part) {
            double[] point = new double[n];
            for (int i = 0; i < n; i++) {
                point[i] = (1 + part) * centre[i] - part * vertices[n][i];
            }
            return point;
        }

        private void shrink(double part) {
            for (int k = 1; k <= n; k++) {
                double[] vertex = new double[n];
                for (int i = 0; i < n; i++) {
                    vertex[i] = vertices[0][i] + part * (vertices[k][i] - vertices[0][i]);
                }
                put(k, vertex, value(vertex));
            }
        }

        private void put(int k, double[] vertex, double value) {
            vertices[k] = vertex;
            values[k] = value;
        }

        private double value(double[] point) {
            evaluations++;
            double value = objective.value(point);
            return Double.isFinite(value) ? value : Double.MAX_VALUE;
        }

        /** By value; of equal ones the older stays in front. */
        private void sort() {
            for (int k = 1; k <= n; k++) {
                double[] vertex = vertices[k];
                double value = values[k];
                int at = k;
                while (at > 0 && values[at - 1] > value) {
                    put(at, vertices[at - 1], values[at - 1]);
                    at--;
                }
                put(at, vertex, value);
            }
        }
    }
}
