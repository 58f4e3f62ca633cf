package org.mlmath.expression.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;

/**
 * Finds points of a domain: coordinates drawn from what is known about each variable alone, then moved by Newton's method towards
 * the side where a violated comparison holds.
 */
final class SamplePoints {
    private static final int ATTEMPTS = 2_000;
    private static final int MOVES = 12;

    private final NaturalDomain domain;
    private final List<RealSet> sets = new ArrayList<>();
    private final SplittableRandom random;
    private final Deadline deadline;
    private final Map<Comparison, ExpressionFunction> differences = new HashMap<>();
    private final double[] gradient;

    SamplePoints(NaturalDomain domain, Map<String, Interval> within, long seed, Deadline deadline) {
        this.domain = domain;
        this.random = new SplittableRandom(seed);
        this.deadline = deadline;
        this.gradient = new double[domain.variables().size()];
        for (String variable : domain.variables()) {
            RealSet set = domain.set(variable);
            Interval bounds = within.get(variable);
            sets.add(bounds == null ? set : set.and(RealSet.of(bounds)));
        }
    }

    List<double[]> find(int count) {
        List<double[]> found = new ArrayList<>();
        if (domain.isNowhere() || sets.stream().anyMatch(RealSet::isEmpty)) {
            return found;
        }
        int attempts = ATTEMPTS + 20 * count;
        try {
            for (int i = 0; i < attempts && found.size() < count; i++) {
                deadline.check();
                double[] point = draw();
                if (domain.contains(point) || moved(point)) {
                    found.add(point);
                }
            }
        } catch (LimitExceededException e) {
            return found; // a condition on every term of a long sum
        }
        return found;
    }

    private double[] draw() {
        double[] point = new double[sets.size()];
        for (int i = 0; i < point.length; i++) {
            List<Interval> intervals = sets.get(i).intervals();
            point[i] = inside(intervals.get(random.nextInt(intervals.size())));
        }
        return point;
    }

    private double inside(Interval interval) {
        double lower = interval.lower().value();
        double upper = interval.upper().value();
        if (interval.isPoint()) {
            return lower;
        }
        boolean below = Double.isFinite(lower);
        boolean above = Double.isFinite(upper);
        double size = random.nextInt(4) == 0 ? Math.exp(random.nextDouble(-3, 3)) : random.nextDouble(0.05, 3);
        if (below && above) {
            return lower + (upper - lower) * random.nextDouble(0.001, 0.999);
        }
        if (below) {
            return lower + size * Math.max(1, Math.abs(lower) * 0.5);
        }
        if (above) {
            return upper - size * Math.max(1, Math.abs(upper) * 0.5);
        }
        return random.nextBoolean() ? size : -size;
    }

    /** Moves a point, in place, until the conditions hold; false where they do not after some moves. */
    private boolean moved(double[] point) {
        for (int i = 0; i < MOVES; i++) {
            boolean changed = false;
            for (Condition condition : domain.conditions()) {
                changed |= towards(condition.requirement(), point);
            }
            if (!changed) {
                return false;
            }
            if (domain.contains(point)) {
                return within(point);
            }
        }
        return false;
    }

    private boolean within(double[] point) {
        for (int i = 0; i < point.length; i++) {
            double x = point[i];
            if (sets.get(i).intervals().stream().noneMatch(interval -> interval.contains(x))) {
                return false;
            }
        }
        return true;
    }

    /** @return whether the point was moved */
    private boolean towards(Expression condition, double[] point) {
        return switch (condition) {
            case Call(Function function, List<Expression> parts)
            when function == Function.AND -> {
                boolean changed = false;
                for (Expression part : parts) {
                    changed |= towards(part, point);
                }
                yield changed;
            }
            case Call(Function function, List<Expression> cases)
            when function == Function.OR ->
                cases.stream().noneMatch(each -> holds(each, point))
                        && towards(cases.get(random.nextInt(cases.size())), point);
            case Comparison comparison when !holds(comparison, point) -> towards(comparison, point);
            default -> false;
        };
    }

    private boolean holds(Expression condition, double[] point) {
        if (condition instanceof Comparison(Expression _, Relation relation, Expression _)) {
            return relation.of(difference((Comparison) condition).value(point), 0) == 1;
        }
        return ExpressionFunction.of(condition, domain.variables()).value(point) == 1;
    }

    private boolean towards(Comparison comparison, double[] point) {
        if (comparison.left() instanceof Variable(String name)
                && comparison.right().equals(Call.of(Function.FLOOR, comparison.left()))
                && comparison.relation() == Relation.EQUAL) {
            int index = domain.variables().indexOf(name);
            point[index] = Math.rint(point[index]);
            return index >= 0;
        }
        double value = difference(comparison).valueAndGradient(point, gradient);
        double square = 0;
        for (double slope : gradient) {
            square += slope * slope;
        }
        if (!Double.isFinite(value) || !Double.isFinite(square) || square == 0) {
            return false;
        }
        double margin = random.nextDouble(0.01, 1);
        double target =
                switch (comparison.relation()) {
                    case LESS, LESS_OR_EQUAL -> -margin;
                    case GREATER, GREATER_OR_EQUAL, NOT_EQUAL -> margin;
                    case EQUAL -> 0;
                };
        for (int i = 0; i < point.length; i++) {
            point[i] += (target - value) / square * gradient[i];
        }
        return true;
    }

    private ExpressionFunction difference(Comparison comparison) {
        return differences.computeIfAbsent(
                comparison,
                c -> ExpressionFunction.of(new Sum(List.of(c.left(), new Negate(c.right()))), domain.variables()));
    }
}
