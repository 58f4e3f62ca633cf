package org.mlmath.expression.roots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.mlmath.expression.Expression;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.interval.Enclosure;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.expression.polynomial.AlgebraicRoots;
import org.mlmath.expression.polynomial.RationalFunction;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.precision.Precise;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.exact.Polynomial;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RealRoot;

/**
 * The real zeros of an expression in an interval.
 *
 * <p>The expression is brought over a common denominator and its numerator taken factor by factor. Polynomials with rational
 * coefficients are solved by algebra: all roots, their multiplicities, to the last digit. Other factors are searched by intervals
 * ({@link BranchAndPrune}); what that leaves open, where a function touches zero or has a multiple zero, is settled at points that can
 * be written down (rational numbers, multiples of π) by their derivatives there. Finally the expression itself must be defined.
 */
public final class RealZeros {
    /** Parts of an interval that are looked at for one factor: about a second. */
    public static final int PARTS = 100_000;

    /** The largest multiplicity that is recognised. */
    private static final int MULTIPLICITY = 8;

    /** How close to zero, relative to its curvature and the spacing of doubles, a function must come to be said to touch it. */
    private static final double TOUCHES = 16;

    private final Expression expression;
    private final String variable;
    private final int budget;
    private final Deadline deadline;
    private final IntervalFunction whole;
    private final List<Zero> zeros = new ArrayList<>();
    private final List<Interval> undecided = new ArrayList<>();
    private boolean finished = true;

    /**
     * What was found.
     *
     * @param zeros in rising order
     * @param undecided where there may be zeros that were not found
     * @param finished whether the whole interval was searched
     */
    public record Found(List<Zero> zeros, List<Interval> undecided, boolean finished) {
        /** @return whether these are all zeros, and are zeros, for certain */
        public boolean complete() {
            return finished && undecided.isEmpty() && zeros.stream().allMatch(Zero::proven);
        }
    }

    private RealZeros(Expression expression, String variable, int budget, Deadline deadline) {
        this.budget = budget;
        this.expression = expression;
        this.variable = variable;
        this.deadline = deadline;
        this.whole = IntervalFunction.of(expression, List.of(variable));
    }

    /**
     * @param expression in this variable alone
     * @param parts intervals that follow each other, unbounded ones included
     * @param budget how many pieces of them may be looked at for one factor, {@link #PARTS} for a thorough search
     * @throws DomainException if the expression is zero wherever it is defined
     */
    public static Found of(
            Expression expression, String variable, List<Interval> parts, int budget, Deadline deadline) {
        RealZeros search = new RealZeros(expression, variable, budget, deadline);
        for (ZeroFactors.Factor factor : ZeroFactors.of(expression, variable)) {
            search.factor(factor, parts);
        }
        return new Found(search.distinct(), List.copyOf(search.undecided), search.finished);
    }

    private void factor(ZeroFactors.Factor factor, List<Interval> parts) {
        Expression function = new Simplifier(deadline).simplify(factor.expression());
        if (function.variables().isEmpty()) {
            Precise value = HighPrecision.at(function, Map.of(), 256, deadline);
            if (value.sign() != null && value.sign() == 0) {
                throw new DomainException(
                        "The expression is zero wherever it is defined: every number there is a root.");
            }
            if (value.sign() == null) {
                undecided.addAll(parts);
            }
            return;
        }
        RationalFunction rational = RationalFunction.of(function, variable).orElse(null);
        List<Zero> found = rational == null ? searched(function, parts) : algebraic(rational.numerator(), parts);
        found.stream().map(zero -> zero.times(factor.power())).forEach(this::accept);
    }

    private static DomainException zeroEverywhere() {
        return new DomainException("The expression is zero wherever it is defined: every number there is a root.");
    }

    private List<Zero> algebraic(Polynomial polynomial, List<Interval> parts) {
        if (polynomial.isZero()) {
            throw zeroEverywhere();
        }
        return AlgebraicRoots.real(polynomial, deadline).stream()
                .filter(root -> parts.stream().anyMatch(part -> within(root.root(), part)))
                .map(root -> {
                    double value = root.root().nearest();
                    Interval enclosure = root.root().compareTo(RealRoot.exact(value)) == 0
                            ? Interval.point(value)
                            : new Interval(Math.nextDown(value), Math.nextUp(value));
                    return new Zero(value, enclosure, root.multiplicity(), root.exact(), true);
                })
                .toList();
    }

    private static boolean within(RealRoot root, Interval part) {
        return (Double.isInfinite(part.lower()) || root.compareTo(RealRoot.exact(part.lower())) >= 0)
                && (Double.isInfinite(part.upper()) || root.compareTo(RealRoot.exact(part.upper())) <= 0);
    }

    private List<Zero> searched(Expression function, List<Interval> parts) {
        BranchAndPrune search = new BranchAndPrune(function, derivative(function), variable, budget, deadline);
        finished &= search.search(parts);
        List<Zero> found = new ArrayList<>();
        List<Expression> solved = Inversion.zeros(function, variable, deadline);
        for (Zero zero : search.zeros()) {
            found.add(zero.with(Candidates.zero(function, variable, zero.enclosure(), deadline)
                    .orElseGet(() -> named(zero, solved))));
        }
        for (Interval cluster : search.undecided()) {
            cluster(function, cluster, found);
        }
        return found;
    }

    /** @return the only one of the solutions that lies where the zero does, which is alone there; null if there is none */
    private static Expression named(Zero zero, List<Expression> solved) {
        Interval around = new Interval(
                Math.nextDown(zero.enclosure().lower()),
                Math.nextUp(zero.enclosure().upper()));
        List<Expression> there = solved.stream()
                .filter(solution -> {
                    Enclosure value = IntervalFunction.of(solution, List.of()).over();
                    return value.isDefined() && value.range().intersects(around);
                })
                .toList();
        return there.size() == 1 ? there.getFirst() : null;
    }

    private Expression derivative(Expression function) {
        try {
            return Differentiator.derivative(function, variable, deadline).expression();
        } catch (DomainException | LimitExceededException e) {
            return null;
        }
    }

    /** A few doubles between which nothing could be told apart. */
    private void cluster(Expression function, Interval cluster, List<Zero> found) {
        Expression exact =
                Candidates.zero(function, variable, cluster, deadline).orElse(null);
        if (exact != null) {
            Integer multiplicity = multiplicity(function, cluster, exact);
            double value = HighPrecision.at(exact, Map.of(), 128, deadline).doubleValue();
            found.add(new Zero(value, cluster, multiplicity, exact, true));
            if (multiplicity == null) {
                undecided.add(cluster); // there may be others beside it
            }
            return;
        }
        Enclosure over = IntervalFunction.of(function, List.of(variable)).over(cluster);
        undecided.add(cluster);
        if (over.isContinuous() && cluster.isBounded()) {
            OptionalInt below = sign(function, cluster.lower());
            OptionalInt above = sign(function, cluster.upper());
            if (below.isPresent() && above.isPresent() && below.getAsInt() * above.getAsInt() < 0) {
                found.add(new Zero(cluster.midpoint(), cluster, null, null, true));
            } else {
                touching(function, cluster, found);
            }
        }
    }

    private OptionalInt sign(Expression function, double x) {
        return HighPrecision.sign(function, Map.of(variable, RealRoot.exact(x)), deadline);
    }

    /**
     * Where the derivatives below some order vanish at a point and that of this order nowhere around, the point is the only zero
     * there, by Taylor's theorem.
     */
    private Integer multiplicity(Expression function, Interval cluster, Expression zero) {
        Interval around = new Interval(Math.nextDown(cluster.lower()), Math.nextUp(cluster.upper()));
        Expression derivative = function;
        Map<String, Precise> point = Map.of(variable, HighPrecision.at(zero, Map.of(), 256, deadline));
        for (int order = 1; order <= MULTIPLICITY; order++) {
            derivative = derivative(derivative);
            if (derivative == null) {
                return null;
            }
            Integer sign =
                    HighPrecision.within(derivative, point, 256, deadline).sign();
            if (sign == null) {
                return null;
            }
            if (sign != 0) {
                Enclosure over =
                        IntervalFunction.of(derivative, List.of(variable)).over(around);
                return over.isContinuous() && !over.range().contains(0) ? order : null;
            }
        }
        return null;
    }

    /** A minimum or maximum so close to zero that doubles cannot tell: named as a root, without proof. */
    private void touching(Expression function, Interval cluster, List<Zero> found) {
        Expression slope = derivative(function);
        Expression curvature = slope == null ? null : derivative(slope);
        if (curvature == null) {
            return;
        }
        double lower = cluster.lower();
        double upper = cluster.upper();
        OptionalInt start = sign(slope, lower);
        OptionalInt end = sign(slope, upper);
        if (start.isEmpty() || end.isEmpty() || start.getAsInt() * end.getAsInt() >= 0) {
            return;
        }
        while (Math.nextUp(lower) < upper) {
            double middle = lower + 0.5 * (upper - lower);
            OptionalInt side = sign(slope, middle);
            if (side.isEmpty()) {
                return;
            }
            if (side.getAsInt() == start.getAsInt()) {
                lower = middle;
            } else {
                upper = middle;
            }
        }
        Rational between = RealRoot.exact(lower).add(RealRoot.exact(upper)).divide(Rational.of(2));
        OptionalInt half = HighPrecision.sign(slope, Map.of(variable, between), deadline);
        if (half.isPresent() && half.getAsInt() == start.getAsInt()) {
            lower = upper;
        }
        Map<String, Rational> at = Map.of(variable, RealRoot.exact(lower));
        double value = HighPrecision.enclosure(function, at, 64, deadline).doubleValue();
        double bend = HighPrecision.enclosure(curvature, at, 64, deadline).doubleValue();
        double spacing = Math.ulp(lower);
        if (Math.abs(value) <= TOUCHES * Math.abs(bend) * spacing * spacing) {
            found.add(new Zero(lower, cluster, 2, null, false));
        }
    }

    /** A zero of a factor is one of the expression where that is defined and zero as well. */
    private void accept(Zero zero) {
        Enclosure over = whole.over(zero.enclosure());
        if (!over.range().contains(0)) {
            return; // undefined there, or another branch counts
        }
        if (over.isDefined()) {
            zeros.add(zero);
            return;
        }
        if (zero.exact() != null) {
            Map<String, Precise> point = new HashMap<>();
            point.put(variable, HighPrecision.at(zero.exact(), Map.of(), 256, deadline));
            Precise value = HighPrecision.within(expression, point, 256, deadline);
            if (value == Precise.Missing.UNDEFINED || value.sign() != null && value.sign() != 0) {
                return;
            }
            if (value.isDefined()) {
                zeros.add(zero);
                return;
            }
        }
        double value = ExpressionFunction.of(expression, List.of(variable)).value(new double[] {zero.value()});
        if (Double.isFinite(value)) {
            zeros.add(zero.unproven());
        }
    }

    /** Zeros that several factors have in common are one, and its multiplicity their sum. */
    private List<Zero> distinct() {
        zeros.sort(Comparator.comparingDouble(Zero::value));
        List<Zero> distinct = new ArrayList<>();
        for (Zero zero : zeros) {
            Zero before = distinct.isEmpty() ? null : distinct.getLast();
            if (before != null && same(before, zero)) {
                Integer multiplicity = before.multiplicity() == null || zero.multiplicity() == null
                        ? null
                        : (Integer) (before.multiplicity() + zero.multiplicity());
                Zero better = before.exact() != null ? before : zero;
                distinct.set(
                        distinct.size() - 1,
                        new Zero(
                                better.value(),
                                better.enclosure(),
                                multiplicity,
                                better.exact(),
                                before.proven() && zero.proven()));
            } else {
                distinct.add(zero);
            }
        }
        return distinct;
    }

    private static boolean same(Zero a, Zero b) {
        if (a.exact() != null && b.exact() != null) {
            return a.exact().equals(b.exact());
        }
        return a.value() == b.value() && a.enclosure().intersects(b.enclosure());
    }
}
