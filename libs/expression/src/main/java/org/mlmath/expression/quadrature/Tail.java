package org.mlmath.expression.quadrature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.interval.Enclosure;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.integration.AdaptiveQuadrature;
import org.mlmath.numerics.integration.DoubleExponential;
import org.mlmath.numerics.integration.EndpointBehaviour;
import org.mlmath.numerics.integration.GeometricPanels;
import org.mlmath.numerics.integration.LevinTransform;
import org.mlmath.numerics.integration.Quadrature;

/**
 * ∫ f from a finite point to ∞, f smooth beyond it. Without oscillation by a double exponential rule, after the exponent of f at
 * infinity has shown that the integral exists. With sin u, cos u where u grows without bound: over the half-periods of u up to
 * where f has died away, or else as a series of half-periods (full periods where these do not alternate), accelerated.
 *
 * <p>Source: I. M. Longman, Proc. Camb. Phil. Soc. 52 (1956), 764-768, with Levin's transform instead of Euler's.
 *
 * @param quadrature the integral, meaningful where it converges
 * @param converges null: undecided
 * @param method in kebab-case
 */
record Tail(Quadrature quadrature, Boolean converges, String method) {
    private static final double HALF_PERIODS = 100_000;
    private static final double RELATIVE = 1e-13;
    /** Slopes of logarithms: how far terms must be from constant, or from 1/k, to be told from it. */
    private static final double CLEAR = 0.02;

    private static final String OSCILLATORY = "levin";
    private static final String ADAPTIVE = "gauss-kronrod";
    private static final String DOUBLE_EXPONENTIAL = "double-exponential";

    /** @param f of the distance from the start, in the direction of the tail: its variable goes from {@code from} ≥ 0 to ∞ */
    static Tail of(Integrand f, double from) {
        List<Integrand> phases = phases(f);
        if (phases.isEmpty()) {
            return plain(f, from);
        }
        Tail dying = dyingAway(f, from, phases);
        if (dying != null) {
            return dying;
        }
        Tail whole = phases.size() == 1 ? periodic(f, from, phases.getFirst(), 1) : commensurate(f, from, phases);
        return whole != null ? whole : termByTerm(f, from);
    }

    private static Tail undecided(long evaluations) {
        return new Tail(new Quadrature(Double.NaN, Double.POSITIVE_INFINITY, 0, evaluations), null, OSCILLATORY);
    }

    private static Tail diverges(long evaluations, String method) {
        return new Tail(new Quadrature(Double.NaN, Double.POSITIVE_INFINITY, 0, evaluations), false, method);
    }

    private static Tail plain(Integrand f, double from) {
        Integrand inverted = f.inverted(1);
        double length = 1 / Math.max(1, from);
        DoubleUnaryOperator weighted = s -> inverted.applyAsDouble(s) / s / s;
        EndpointBehaviour behaviour = EndpointBehaviour.of(weighted, length, 1e-150);
        EndpointBehaviour afar = EndpointBehaviour.of(weighted, length, 1e-7 * length);
        boolean lost = Double.isFinite(afar.exponent())
                && afar.isIntegrable() != null
                && !(Math.abs(behaviour.exponent() - afar.exponent()) < 0.1);
        if (lost) {
            behaviour = afar;
        } else if (behaviour.isIntegrable() == null) {
            behaviour = EndpointBehaviour.of(s -> f.applyAsDouble(1 / s) / s / s, length, 1e-100);
        }
        Boolean integrable = behaviour.isIntegrable();
        if (integrable == null) {
            Tail dying = dyingAway(f, from, List.of());
            return dying != null ? dying : undecided(0);
        }
        if (!integrable) {
            return diverges(0, DOUBLE_EXPONENTIAL);
        }
        Deadline deadline = f.deadline();
        if (lost) {
            // Far out values are rounding errors only, as those of √(x² + 1) − x: what is known of nearer ones is
            // continued.
            Quadrature extrapolated =
                    GeometricPanels.towardsZero(weighted, 1 / Math.max(from, 1), 1e-7 * length, RELATIVE, deadline);
            Quadrature near = from >= 1
                    ? Quadrature.ZERO
                    : AdaptiveQuadrature.over(f, new double[] {from, 1}, RELATIVE, 0, 100_000, deadline);
            return new Tail(extrapolated.plus(near), true, "extrapolation");
        }
        double scale = Math.max(1, Math.abs(from) * 1e-3);
        Quadrature exponential = DoubleExponential.halfLine(t -> f.applyAsDouble(from + t), scale, RELATIVE, deadline);
        if (good(exponential)) {
            return new Tail(exponential, true, DOUBLE_EXPONENTIAL);
        }
        Quadrature mapped = AdaptiveQuadrature.over(
                s -> s <= 0 ? 0 : f.applyAsDouble(from + scale * (1 - s) / s) * scale / (s * s),
                new double[] {0, 1e-6, 1e-3, 0.1, 0.5, 1},
                RELATIVE,
                0,
                200_000,
                deadline);
        return mapped.isDefined() && !(exponential.errorEstimate() < mapped.errorEstimate())
                ? new Tail(mapped.afterMore(exponential.evaluations()), true, ADAPTIVE)
                : new Tail(exponential.afterMore(mapped.evaluations()), true, DOUBLE_EXPONENTIAL);
    }

    static boolean good(Quadrature quadrature) {
        return quadrature.isDefined()
                && quadrature.errorEstimate()
                        <= Math.max(1e-11 * Math.abs(quadrature.value()), 1e-13 * quadrature.modulus());
    }

    /** The arguments of trigonometric functions that grow without bound. */
    private static List<Integrand> phases(Integrand f) {
        List<Expression> found = new ArrayList<>();
        collect(f.expression(), f.variable(), found);
        List<Integrand> phases = new ArrayList<>();
        for (Expression u : found) {
            Integrand phase = new Integrand(u, f.variable(), f.deadline());
            double near = Math.abs(phase.applyAsDouble(1e4));
            double far = Math.abs(phase.applyAsDouble(1e8));
            double farther = Math.abs(phase.applyAsDouble(1e12));
            if (!(far < 50) && !(farther <= near * 1.01 + 1)) {
                phases.add(phase);
            }
        }
        return phases;
    }

    private static void collect(Expression expression, String x, List<Expression> found) {
        if (expression instanceof Call(Function function, List<Expression> arguments)) {
            switch (function) {
                case SIN, COS, TAN, COT, SEC, CSC -> {
                    Expression u = arguments.getFirst();
                    if (u.variables().contains(x) && !found.contains(u)) {
                        found.add(u);
                    }
                }
                default -> {}
            }
        }
        Expressions.children(expression).forEach(child -> collect(child, x, found));
    }

    /** @return null where f does not fall below what counts within a number of oscillations that can be afforded */
    private static Tail dyingAway(Integrand f, double from, List<Integrand> phases) {
        double scale = 0;
        for (int i = 1; i < 40; i++) {
            scale = Math.max(scale, size(f, from + 0.05 * i));
        }
        if (!(scale > 0) || Double.isInfinite(scale)) {
            scale = 1;
        }
        double end = Math.max(2, 2 * from);
        while (end < 1e9 && !dead(f, end, scale)) {
            end *= 2;
        }
        if (end >= 1e9 || (!phases.isEmpty() && !provenDead(f, end, scale))) {
            return null;
        }
        double periods = 1;
        for (Integrand phase : phases) {
            periods = Math.max(periods, Math.abs(phase.applyAsDouble(end) - phase.applyAsDouble(from)) / Math.PI);
        }
        if (!(periods < HALF_PERIODS)) {
            return null;
        }
        int panels = (int) Math.max(64, periods / 2);
        double[] ends = new double[panels + 1];
        for (int i = 0; i <= panels; i++) {
            ends[i] = from + (end - from) * i / panels;
        }
        Quadrature quadrature =
                AdaptiveQuadrature.over(f, ends, RELATIVE, 1e-17 * scale, 30L * panels * 21, f.deadline());
        return quadrature.isDefined() ? new Tail(quadrature, true, ADAPTIVE) : null;
    }

    private static double size(Integrand f, double x) {
        double value = Math.abs(f.applyAsDouble(x));
        return value == value ? value : 0;
    }

    /** Whether f times its argument is below 1e-20 of the scale from here on, at points that no period fits. */
    private static boolean dead(Integrand f, double end, double scale) {
        for (int i = 0; i < 24; i++) {
            double x = end * Math.pow(1.3718281, i);
            if (!(Math.abs(f.applyAsDouble(x)) * x <= 1e-20 * scale)) {
                return false;
            }
        }
        return true;
    }

    /** Samples miss the ever narrower peaks of e^(−x² sin² x); interval arithmetic does not. */
    private static boolean provenDead(Integrand f, double end, double scale) {
        IntervalFunction bounds = IntervalFunction.of(f.expression(), List.of(f.variable()));
        for (double from = end; from < 1e12 * end; from *= 2) {
            Enclosure enclosure = bounds.over(new Interval(from, 2 * from));
            if (!(enclosure.range().magnitude() * from <= 1e-16 * scale)) {
                return false;
            }
        }
        return true;
    }

    /** All phases multiples of one: its full periods are periods of the whole. */
    private static Tail commensurate(Integrand f, double from, List<Integrand> phases) {
        double x = Math.max(1e6, 4 * from);
        Integrand base = phases.getFirst();
        int common = 1;
        for (Integrand phase : phases) {
            double ratio = phase.applyAsDouble(2 * x) / base.applyAsDouble(2 * x);
            double again = phase.applyAsDouble(x) / base.applyAsDouble(x);
            int denominator = 1;
            while (denominator <= 12 && Math.abs(ratio * denominator - Math.rint(ratio * denominator)) > 1e-5) {
                denominator++;
            }
            if (denominator > 12 || Math.abs(ratio - again) > 1e-5) {
                return null;
            }
            common = Math.max(common, denominator);
        }
        return periodic(f, from, base, common);
    }

    /** @param periods how many half-periods of the phase make one of the whole integrand */
    private static Tail periodic(Integrand f, double from, Integrand phase, int periods) {
        PhaseZeros zeros = PhaseZeros.of(phase, from, Math.PI * periods);
        if (zeros == null) {
            return undecided(0);
        }
        Deadline deadline = f.deadline();
        // The first half-periods, before any regularity, are integrated as they are.
        Quadrature head = Quadrature.ZERO;
        int first = 8;
        head = head.plus(piece(f, from, zeros.at(0), 16, deadline));
        for (int k = 0; k < first; k++) {
            head = head.plus(piece(f, zeros.at(k), zeros.at(k + 1), periods, deadline));
        }
        if (!head.isDefined()) {
            return undecided(head.evaluations());
        }
        boolean alternating = true;
        double last = 0;
        for (int k = first; k < first + 12; k++) {
            double term =
                    piece(f, zeros.at(k), zeros.at(k + 1), periods, deadline).value();
            alternating &= k == first || term * last < 0;
            last = term;
        }
        int stride = alternating ? 1 : 2;
        Boolean decided = decays(f, zeros, stride, periods, alternating ? 0 : -1, deadline);
        if (decided == null || !decided) {
            return decided == null ? undecided(head.evaluations()) : diverges(head.evaluations(), OSCILLATORY);
        }
        LevinTransform levin = new LevinTransform();
        Quadrature terms = Quadrature.ZERO;
        double tolerance = 1e-15 * head.modulus();
        for (int k = first; levin.isOpen() && levin.error() > tolerance && k < first + 240; k += stride) {
            Quadrature term = piece(f, zeros.at(k), zeros.at(k + stride), stride * periods, deadline);
            terms = terms.plus(term);
            if (!term.isDefined()) {
                return undecided(terms.evaluations());
            }
            levin.add(term.value(), 0x1p-52 * term.modulus());
            if (levin.count() > 30 && levin.error() < 1e-13 * head.modulus()) {
                break;
            }
        }
        Quadrature accelerated = new Quadrature(levin.value(), levin.error(), terms.modulus(), terms.evaluations());
        return new Tail(head.plus(accelerated), true, OSCILLATORY);
    }

    private static Quadrature piece(Integrand f, double from, double to, int panels, Deadline deadline) {
        double[] ends = new double[panels + 1];
        for (int i = 0; i <= panels; i++) {
            ends[i] = from + (to - from) * i / panels;
        }
        return AdaptiveQuadrature.over(f, ends, 1e-15, 0, 21L * 60 * panels, deadline);
    }

    /**
     * Whether the terms fall faster than k^exponent, from terms far out.
     *
     * @param exponent 0 for alternating terms, which need only go to 0, and −1 for others
     * @return null where they follow no power
     */
    private static Boolean decays(
            Integrand f, PhaseZeros zeros, int stride, int periods, int exponent, Deadline deadline) {
        double[] sizes = new double[4];
        double[] index = {20, 200, 2_000, 20_000};
        for (int i = 0; i < sizes.length; i++) {
            double start = zeros.at((int) index[i]);
            double end = zeros.at((int) index[i] + stride);
            if (!(end > start)) {
                return null;
            }
            sizes[i] = Math.abs(piece(f, start, end, stride * periods, deadline).value());
            if (!Double.isFinite(sizes[i])) {
                return sizes[i] == sizes[i] ? Boolean.FALSE : null;
            }
        }
        if (sizes[3] == 0) {
            return true;
        }
        double slope = Math.log(sizes[3] / sizes[1]) / Math.log(index[3] / index[1]);
        if (exponent == 0) {
            // 1/ln k goes to 0 as well, more slowly than any power
            return slope < -CLEAR / 4;
        }
        return slope < exponent - CLEAR;
    }

    /** A sum whose terms oscillate differently, if each of them has an integral. */
    private static Tail termByTerm(Integrand f, double from) {
        Expression simplified = new Simplifier(f.deadline()).simplify(f.expression());
        if (!(simplified instanceof Sum(List<Expression> terms))) {
            return undecided(0);
        }
        Quadrature total = Quadrature.ZERO;
        int divergent = 0;
        for (Expression term : terms) {
            Integrand part = new Integrand(term, f.variable(), f.deadline());
            Tail tail = phases(part).size() > 1 && term.equals(f.expression()) ? undecided(0) : of(part, from);
            if (tail.converges() == null) {
                return undecided(total.evaluations());
            }
            if (!tail.converges()) {
                divergent++;
            }
            total = total.plus(tail.quadrature());
        }
        if (divergent > 1) {
            return undecided(total.evaluations()); // they may cancel
        }
        return divergent == 1 ? diverges(total.evaluations(), OSCILLATORY) : new Tail(total, true, OSCILLATORY);
    }

    /** The points where a phase that is monotone far out passes multiples of π. */
    private static final class PhaseZeros {
        private final DoubleUnaryOperator phase;
        private final double start;
        private final double first;
        private final double step;
        private final List<Double> known = new ArrayList<>();

        private PhaseZeros(DoubleUnaryOperator phase, double start, double first, double step) {
            this.phase = phase;
            this.start = start;
            this.first = first;
            this.step = step;
        }

        /** @return null where the phase is not monotone beyond some point */
        static PhaseZeros of(Integrand phase, double from, double halfPeriod) {
            double start = from;
            for (int attempt = 0; attempt < 12; attempt++) {
                if (monotone(phase, start)) {
                    double value = phase.applyAsDouble(start);
                    double later = phase.applyAsDouble(2 * start + 10);
                    double step = later > value ? halfPeriod : -halfPeriod;
                    double first = step > 0
                            ? Math.PI * (Math.floor(value / Math.PI) + 1)
                            : Math.PI * (Math.ceil(value / Math.PI) - 1);
                    return Double.isFinite(value) ? new PhaseZeros(phase, start, first, step) : null;
                }
                start = 2 * start + 1;
            }
            return null;
        }

        private static boolean monotone(Integrand phase, double from) {
            double before = phase.applyAsDouble(from);
            int direction = 0;
            for (int i = 1; i <= 60; i++) {
                double value = phase.applyAsDouble(from + Math.expm1(0.3 * i) * 0.3);
                int next = (int) Math.signum(value - before);
                if (next == 0 || value != value || (direction != 0 && next != direction)) {
                    return false;
                }
                direction = next;
                before = value;
            }
            return true;
        }

        double at(int k) {
            if (k < 1_000) {
                while (known.size() <= k) {
                    double low = known.isEmpty() ? start : known.getLast();
                    known.add(solve(first + step * known.size(), low));
                }
                return known.get(k);
            }
            return solve(first + step * k, start);
        }

        private double solve(double target, double low) {
            double a = low;
            double sign = Math.signum(step);
            double reach = Math.max(1, 0.01 * Math.abs(low));
            double b = low + reach;
            while (!(sign * (phase.applyAsDouble(b) - target) >= 0) && reach < 1e300) {
                a = b;
                reach *= 2;
                b = low + reach;
            }
            for (int i = 0; i < 200; i++) {
                double middle = 0.5 * (a + b);
                if (middle <= a || middle >= b) {
                    break;
                }
                if (sign * (phase.applyAsDouble(middle) - target) >= 0) {
                    b = middle;
                } else {
                    a = middle;
                }
            }
            return b;
        }
    }
}
