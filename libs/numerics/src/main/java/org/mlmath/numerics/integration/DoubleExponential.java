package org.mlmath.numerics.integration;

import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.Deadline;

/**
 * Double exponential rules: the trapezoidal rule after a substitution under which the integrand falls doubly exponentially. They
 * do not mind singular ends, since the distance t from the end is what the function is given, down to 10⁻³⁰⁰.
 *
 * <p>Halving the step doubles the digits until rounding stops it; the estimate is the difference of the last two results.
 * Source: H. Takahasi and M. Mori, Publ. RIMS 9 (1974), 721-741.
 */
public final class DoubleExponential {
    private static final double EPSILON = 0x1p-52;
    private static final int FINEST = 9;
    /** Steps beyond the point where terms stop counting. */
    private static final double REACH = 6.8;

    private interface Map {
        /** Writes the distance and the weight for an abscissa of the trapezoidal rule. */
        void at(double u, double[] distanceAndWeight);
    }

    private DoubleExponential() {}

    /** ∫₀^length f(t) dt, f possibly singular at 0: t = length/(1 + e^(−π sinh u)). */
    public static Quadrature finite(DoubleUnaryOperator f, double length, double relative, Deadline deadline) {
        return integrate(
                f,
                (u, out) -> {
                    double s = Math.PI * Math.sinh(u);
                    double decay = Math.exp(-Math.abs(s));
                    double near = decay / (1 + decay);
                    out[0] = length * (s < 0 ? near : 1 / (1 + decay));
                    out[1] = length * near / (1 + decay) * Math.PI * Math.cosh(u);
                },
                relative,
                deadline);
    }

    /** ∫₀^∞ f(t) dt, f possibly singular at 0: t = scale·e^(π/2 sinh u). */
    public static Quadrature halfLine(DoubleUnaryOperator f, double scale, double relative, Deadline deadline) {
        return integrate(
                f,
                (u, out) -> {
                    double t = scale * Math.exp(0.5 * Math.PI * Math.sinh(u));
                    out[0] = t;
                    out[1] = t * 0.5 * Math.PI * Math.cosh(u);
                },
                relative,
                deadline);
    }

    private static Quadrature integrate(DoubleUnaryOperator f, Map map, double relative, Deadline deadline) {
        Sweep sweep = new Sweep(f, map);
        double step = 0.5;
        sweep.add(0, step);
        double previous = sweep.sum * step;
        double lastDifference = Double.POSITIVE_INFINITY;
        double best = previous;
        double bestError = Double.POSITIVE_INFINITY;
        for (int level = 1; level <= FINEST; level++) {
            deadline.check();
            sweep.add(0.5 * step, step);
            step *= 0.5;
            double value = sweep.sum * step;
            double modulus = sweep.modulus * step;
            double difference = Math.abs(value - previous);
            // Terms where the sweep ended on either side: what lies beyond them is missing.
            double error = difference + sweep.edge;
            if (error <= bestError || level <= 3) {
                best = value;
                bestError = error;
            }
            boolean settled = level >= 3 && error <= Math.max(relative * Math.abs(value), 4 * EPSILON * modulus);
            boolean stuck = level >= 6 && difference > 0.5 * lastDifference && difference < 1e-6 * modulus;
            if (settled || stuck) {
                break;
            }
            lastDifference = difference;
            previous = value;
        }
        double modulus = sweep.modulus * step;
        double rounding = 8 * EPSILON * modulus;
        return new Quadrature(best, Math.max(bestError, rounding), modulus, sweep.evaluations, sweep.undefined);
    }

    private static final class Sweep {
        private final DoubleUnaryOperator f;
        private final Map map;
        private final double[] out = new double[2];
        private double sum;
        private double modulus;
        private double edge;
        private double undefined = Double.NaN;
        private long evaluations;

        Sweep(DoubleUnaryOperator f, Map map) {
            this.f = f;
            this.map = map;
        }

        /** Adds the abscissas start + k·stride in both directions, until terms do not count or distances under- or overflow. */
        void add(double start, double stride) {
            edge = 0;
            if (start == 0) {
                term(0);
            }
            for (int side : new int[] {1, -1}) {
                int negligible = 0;
                double last = 0;
                double before = 0;
                for (double u = side * (start == 0 ? stride : start);
                        Math.abs(u) <= REACH && negligible < 4;
                        u += side * stride) {
                    double size = term(u);
                    // A term that vanishes all at once has underflown inside the function.
                    if (size < 0 || (size == 0 && last > 1e3 * EPSILON * modulus)) {
                        break;
                    }
                    negligible = size <= 1e-3 * EPSILON * modulus ? negligible + 1 : 0;
                    before = last;
                    last = size;
                }
                if (negligible < 4) {
                    // The terms beyond fall at least as fast as the last ones did.
                    double ratio = before > 0 ? Math.min(last / before, 1 - 1e-6) : 0;
                    edge += last * stride / (1 - ratio);
                }
            }
        }

        /** @return the term's size, negative where the substitution has left the range of doubles */
        private double term(double u) {
            map.at(u, out);
            if (!(out[0] > 0) || Double.isInfinite(out[0]) || !(out[1] > 0) || Double.isInfinite(out[1])) {
                return -1;
            }
            double value = f.applyAsDouble(out[0]);
            evaluations++;
            double term = value * out[1];
            if (!Double.isFinite(term)) {
                // Far out and close to an end values over- and underflow; elsewhere the function has a hole.
                if (Math.abs(u) < 2.5) {
                    undefined = out[0];
                }
                return -1;
            }
            sum += term;
            modulus += Math.abs(term);
            return Math.abs(term);
        }
    }
}
