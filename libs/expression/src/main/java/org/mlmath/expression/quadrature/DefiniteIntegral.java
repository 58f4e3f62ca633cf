package org.mlmath.expression.quadrature;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.quadrature.DefiniteValue.Remark;
import org.mlmath.expression.quadrature.Landmarks.Kind;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.integration.AdaptiveQuadrature;
import org.mlmath.numerics.integration.DoubleExponential;
import org.mlmath.numerics.integration.EndpointBehaviour;
import org.mlmath.numerics.integration.GeometricPanels;
import org.mlmath.numerics.integration.Quadrature;

/**
 * ∫ₐᵇ f(x) dx for an expression f, finite or infinite bounds, by values.
 *
 * <p>The range is split at the formula's landmarks. Where f has no value it is looked at from either side: its exponent there decides
 * whether the integral exists, and a singular end that is integrable is taken by a double exponential rule in the distance from
 * it, or, where the distance cannot be had exactly, by extrapolation. What is regular goes to one adaptive Gauss-Kronrod
 * quadrature, with panels that shrink towards kinks and peaks. Infinite ranges are cut behind the last landmark, see {@code Tail}.
 */
public final class DefiniteIntegral {
    private static final double RELATIVE = 2e-14;
    private static final long EVALUATIONS = 4_000_000;
    /** Landmarks up to which panels shrink towards each. */
    private static final int SHRINKING = 24;
    /** Distances, relative to a panel, at which its ends are looked at. */
    private static final double[] SCALES = {1e-2, 1e-4, 1e-6};

    private final Integrand f;
    private final Deadline deadline;
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<String> methods = new LinkedHashSet<>();
    private final List<double[]> regularPanels = new ArrayList<>();
    private Quadrature total = Quadrature.ZERO;
    private Boolean converges = true;

    private DefiniteIntegral(Integrand f) {
        this.f = f;
        this.deadline = f.deadline();
    }

    /**
     * @param expression in no other variable
     * @param lower may be larger than the upper bound, equal to it, or infinite; not NaN
     * @throws DomainException where the integrand is undefined on a part of the range; names the sub-expression
     * @throws org.mlmath.numerics.DeadlineExceededException when the time is over
     */
    public static DefiniteValue of(
            Expression expression, String variable, double lower, double upper, Deadline deadline) {
        Integrand integrand = new Integrand(expression, variable, deadline);
        if (lower == upper) {
            return new DefiniteValue(true, 0, 0, 0, List.of(), List.of());
        }
        DefiniteIntegral integral = new DefiniteIntegral(integrand);
        integral.integrate(Math.min(lower, upper), Math.max(lower, upper));
        return integral.result(lower > upper ? -1 : 1);
    }

    private DefiniteValue result(int sign) {
        boolean exists = Boolean.TRUE.equals(converges);
        double value = exists ? sign * total.value() + 0.0 : Double.NaN;
        double error = exists ? total.errorEstimate() : Double.NaN;
        if (exists && !(error <= 1e-3 * Math.max(Math.abs(value), 1e-3 * total.modulus()))) {
            // No digit is certain: that is not a value.
            remarks.add(new Remark(
                    "not-converged",
                    "The quadrature reached an estimated error of %.1e, too large to give a value.".formatted(error)));
            return new DefiniteValue(null, Double.NaN, error, total.evaluations(), List.copyOf(methods), remarks);
        }
        return new DefiniteValue(converges, value, error, total.evaluations(), List.copyOf(methods), remarks);
    }

    private void integrate(double lower, double upper) {
        TreeMap<Double, Kind> landmarks = Landmarks.of(f, lower, upper);
        double start = lower;
        double end = upper;
        if (Double.isInfinite(lower)) {
            double first = landmarks.isEmpty() ? Math.min(0, end) : landmarks.firstKey();
            start = Math.min(Double.isInfinite(end) ? first : Math.min(first, end), first) - margin(first);
            tail(start, -1);
        }
        if (Double.isInfinite(upper)) {
            double last = landmarks.isEmpty() ? Math.max(0, start) : landmarks.lastKey();
            end = Math.max(last, start) + margin(last);
            tail(end, 1);
        }
        List<Double> points =
                new ArrayList<>(landmarks.subMap(start, false, end, false).keySet());
        points.addFirst(start);
        points.add(end);
        boolean shrinking = points.size() <= SHRINKING;
        for (int i = 1; i < points.size() && converges != Boolean.FALSE; i++) {
            double a = points.get(i - 1);
            double b = points.get(i);
            boolean knownA = a == start ? Double.isFinite(lower) : landmarks.get(a) == Kind.SINGULAR;
            boolean knownB = b == end ? Double.isFinite(upper) : landmarks.get(b) == Kind.SINGULAR;
            panel(a, b, knownA, knownB, shrinking);
        }
        if (!Boolean.FALSE.equals(converges) && !regularPanels.isEmpty()) {
            regular();
        }
    }

    private static double margin(double point) {
        return Math.max(1, 0.1 * Math.abs(point));
    }

    private void tail(double from, int side) {
        Integrand outwards = side > 0 ? f : f.from(0, -1);
        Tail tail = Tail.of(outwards, side * from < 0 ? 0 : side * from);
        double reach = side * from < 0 ? 0 : from;
        if (side * from < 0) {
            regularPanels.add(side > 0 ? new double[] {from, 0} : new double[] {0, from});
        }
        methods.add(tail.method());
        if (tail.converges() == null) {
            converges = converges == Boolean.FALSE ? converges : null;
            remarks.add(new Remark(
                    "undecided",
                    "Whether the integral converges towards %sInfinity could not be decided; beyond %s nothing is known."
                            .formatted(side > 0 ? "" : "-", number(reach))));
        } else if (!tail.converges()) {
            converges = false;
            remarks.add(new Remark(
                    "divergent",
                    "The integral diverges towards %sInfinity: the integrand does not fall fast enough."
                            .formatted(side > 0 ? "" : "-")));
        }
        total = total.plus(tail.quadrature());
    }

    /** One stretch between landmarks: singular ends are cut off and integrated, the rest is kept for the regular part. */
    private void panel(double a, double b, boolean lookA, boolean lookB, boolean shrinking) {
        double length = b - a;
        double middle = a + 0.5 * length;
        double from = a;
        double to = b;
        if (lookA && singular(a, length, 1)) {
            from = end(a, 0.5 * length, 1) ? middle : a;
        }
        if (!Boolean.FALSE.equals(converges) && lookB && singular(b, length, -1)) {
            to = end(b, 0.5 * length, -1) ? middle : b;
        }
        if (from >= to) {
            return;
        }
        regularPanels.add(shrinking ? shrinking(from, to, from == a, to == b) : new double[] {from, to});
    }

    /** Whether f or its growth is not finite there; a jump or a kink is none. */
    private boolean singular(double c, double length, int side) {
        double at = f.applyAsDouble(c);
        double[] values = new double[SCALES.length];
        for (int i = 0; i < SCALES.length; i++) {
            values[i] = f.applyAsDouble(c + side * SCALES[i] * length);
            if (!Double.isFinite(values[i])) {
                return true;
            }
        }
        if (!Double.isFinite(at)) {
            return true;
        }
        // A slope that grows by the same factor from scale to scale
        double before = 0;
        for (int i = 0; i < SCALES.length; i++) {
            double slope = Math.abs(values[i] - at) / (SCALES[i] * length);
            if (slope <= 3 * before || slope < 1e-9) {
                return false;
            }
            before = slope;
        }
        return true;
    }

    /** Integrates up to a singular end. @return whether it was taken care of; if not the divergence or the doubt is noted */
    private boolean end(double c, double length, int side) {
        Integrand distance = f.from(c, side);
        double reach = Math.max(length, 1e-3 * Math.abs(c));
        EndpointBehaviour afar = EndpointBehaviour.of(distance, length, 1e-9 * reach);
        EndpointBehaviour near = EndpointBehaviour.of(distance, length, 1e-290 * length);
        boolean exact = near.exponent() == near.exponent()
                && (Math.abs(near.exponent() - afar.exponent()) < 0.1 || near.exponent() == afar.exponent() || c == 0);
        EndpointBehaviour behaviour = exact ? near : afar;
        Boolean integrable = behaviour.isIntegrable();
        if (integrable != null && !integrable) {
            converges = false;
            remarks.add(new Remark(
                    "divergent",
                    "The integral diverges at %s = %s: the integrand grows too fast there."
                            .formatted(f.variable(), number(c))));
            return true;
        }
        Choice choice = new Choice();
        if (integrable == null) {
            Tail wild = oscillating(distance, length);
            if (wild != null) {
                choice.offer(wild.quadrature(), wild.method());
            }
        } else if (Math.abs(behaviour.exponent()) < 0.05 && Double.isFinite(behaviour.limit())) {
            choice.offer(adaptive(distance, length), "gauss-kronrod");
        }
        // With an end that is rounded the rule converges perfectly to what is missing a piece of √ε.
        if (!choice.good() && (exact || integrable == null)) {
            choice.offer(DoubleExponential.finite(distance, length, RELATIVE, deadline), "double-exponential");
        }
        if (!choice.good()) {
            choice.offer(
                    GeometricPanels.towardsZero(distance, length, 1e-9 * reach, RELATIVE, deadline), "extrapolation");
        }
        if (!choice.good() && integrable != null) {
            choice.offer(adaptive(distance, length), "gauss-kronrod");
        }
        Quadrature best = choice.best;
        String method = choice.method;
        if (!best.isDefined()) {
            undefinedAt(c + side * (best.undefined() == best.undefined() ? best.undefined() : 0.5 * length));
        }
        if (integrable == null && !Tail.good(best)) {
            converges = null;
            remarks.add(new Remark(
                    "undecided",
                    "Whether the integral converges at %s = %s could not be decided."
                            .formatted(f.variable(), number(c))));
        }
        methods.add(method);
        total = total.plus(best);
        return true;
    }

    private Quadrature adaptive(Integrand distance, double length) {
        return AdaptiveQuadrature.over(
                distance, oscillations(new double[] {0, length}), RELATIVE, 0, 100_000, deadline);
    }

    /** The result with the smallest estimated error so far. */
    private static final class Choice {
        private Quadrature best = new Quadrature(Double.NaN, Double.POSITIVE_INFINITY, 0, 0);
        private String method = "";

        void offer(Quadrature quadrature, String by) {
            boolean better =
                    quadrature.isDefined() && !(best.isDefined() && best.errorEstimate() <= quadrature.errorEstimate());
            if (better || !best.isDefined()) {
                best = quadrature.afterMore(best.evaluations());
                method = by;
            } else {
                best = best.afterMore(quadrature.evaluations());
            }
        }

        boolean good() {
            return Tail.good(best);
        }
    }

    /** f oscillates without end towards the point: with t = 1/y that happens far out. */
    private Tail oscillating(Integrand distance, double length) {
        Integrand inverted = distance.inverted(1);
        Expression y = new Expression.Variable(f.variable());
        Expression weighted =
                new Expression.Quotient(inverted.expression(), new Expression.Power(y, Expressions.number(2)));
        Tail tail = Tail.of(new Integrand(weighted, f.variable(), deadline), 1 / length);
        return Boolean.TRUE.equals(tail.converges()) ? tail : null;
    }

    /** Ends of panels that shrink by ten towards both sides. */
    private static double[] shrinking(double from, double to, boolean towardsFrom, boolean towardsTo) {
        double length = to - from;
        List<Double> ends = new ArrayList<>();
        ends.add(from);
        if (towardsFrom) {
            for (double fraction : new double[] {1e-6, 1e-4, 1e-3, 1e-2, 0.1}) {
                ends.add(from + fraction * length);
            }
        }
        ends.add(from + 0.47 * length);
        if (towardsTo) {
            for (double fraction : new double[] {0.1, 1e-2, 1e-3, 1e-4, 1e-6}) {
                ends.add(to - fraction * length);
            }
        }
        ends.add(to);
        return ends.stream().mapToDouble(Double::doubleValue).distinct().toArray();
    }

    /** Everything without singular ends, with one budget. */
    private void regular() {
        Quadrature sum = Quadrature.ZERO;
        double scale = total.isDefined() ? Math.abs(total.value()) : 0;
        for (double[] ends : regularPanels) {
            Quadrature part =
                    AdaptiveQuadrature.over(f, oscillations(ends), RELATIVE, RELATIVE * scale, EVALUATIONS, deadline);
            if (!part.isDefined()) {
                hole(part.undefined());
                return;
            }
            scale = Math.max(scale, Math.abs(part.value()));
            sum = sum.plus(part);
        }
        if (sum.evaluations() > 0) {
            methods.add("gauss-kronrod");
        }
        total = total.plus(sum);
    }

    /** More panels where a sine or cosine goes through many periods. */
    private double[] oscillations(double[] ends) {
        double most = Oscillations.halfPeriods(f, ends[0], ends[ends.length - 1]);
        int pieces = (int) Math.min(200_000, Math.ceil(most / 4 / (ends.length - 1)));
        if (pieces <= 1) {
            return ends;
        }
        double[] finer = new double[(ends.length - 1) * pieces + 1];
        for (int i = 0; i < ends.length - 1; i++) {
            for (int j = 0; j < pieces; j++) {
                finer[i * pieces + j] = ends[i] + (ends[i + 1] - ends[i]) * j / pieces;
            }
        }
        finer[finer.length - 1] = ends[ends.length - 1];
        return finer;
    }

    /** A point without a value that no landmark explains: a single one is stepped over, a stretch is the caller's mistake. */
    private void hole(double at) {
        double step = 1e-9 * Math.max(1, Math.abs(at));
        if (!Double.isFinite(f.applyAsDouble(at + step)) || !Double.isFinite(f.applyAsDouble(at - step))) {
            undefinedAt(at);
        }
        converges = null;
        remarks.add(
                new Remark("undecided", "The integrand has no value at %s = %s.".formatted(f.variable(), number(at))));
    }

    private void undefinedAt(double x) {
        Evaluation.defined(f.applyAsDouble(x), f.expression(), List.of(f.variable()), new double[] {x});
        throw new DomainException("The integrand is undefined near %s = %s.".formatted(f.variable(), number(x)));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
