package org.mlmath.calculus.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.domain.Interval;
import org.mlmath.expression.domain.NaturalDomain;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.expression.precision.Precise;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.ball.Ball;
import org.mlmath.numerics.exact.Rational;

/**
 * Two expressions that are claimed to be the same, compared at seeded points of the first one's natural domain. Doubles decide
 * where they clearly agree; where they do not, the difference is enclosed with some forty digits, so that rounding is never taken
 * for a difference, nor a difference for rounding.
 *
 * @param points at how many points both have a value
 * @param missing at how many points the first has a value and the second has none
 * @param largestDifference of doubles, relative to the larger of 1 and the first value
 * @param holds whether there were points, and no difference or gap at any
 */
public record Agreement(int points, int missing, double largestDifference, boolean holds) {
    private static final int POINTS = 16;
    private static final long SEED = 20_251_103;
    private static final double ROUNDING = 1e-12;
    private static final int BITS = 128;

    /** Agreement to this many bits of forty digits is not by chance. */
    private static final int EQUAL_BITS = 80;

    /** @return nothing holds where no point is found at which the first has a value */
    public static Agreement of(Expression first, Expression second, Deadline deadline) {
        return of(first, second, Map.of(), deadline);
    }

    /** @param within where the two are claimed to be the same: bounds of some of the variables */
    public static Agreement of(Expression first, Expression second, Map<String, Interval> within, Deadline deadline) {
        List<String> names = variables(first, second);
        int points = 0;
        int missing = 0;
        double largest = 0;
        boolean holds = true;
        try {
            ExpressionFunction a = ExpressionFunction.of(first, names);
            ExpressionFunction b = ExpressionFunction.of(second, names);
            for (double[] point : points(first, names, within, deadline)) {
                deadline.check();
                double expected = a.value(point);
                double found = b.value(point);
                if (!Double.isFinite(expected)) {
                    continue;
                }
                double difference = Math.abs(found - expected) / Math.max(1, Math.abs(expected));
                if (difference <= ROUNDING) {
                    points++;
                    largest = Math.max(largest, difference);
                    continue;
                }
                switch (precisely(first, second, names, point, deadline)) {
                    case SAME -> {
                        points++;
                        largest = Math.max(largest, Double.isFinite(difference) ? difference : 0);
                    }
                    case GAP -> missing++;
                    case DIFFERENT -> {
                        points++;
                        largest = Math.max(largest, Double.isFinite(difference) ? difference : 1);
                        holds = false;
                    }
                }
            }
        } catch (LimitExceededException e) {
            return new Agreement(points, missing, largest, false);
        }
        return new Agreement(points, missing, largest, holds && points > 0 && missing == 0);
    }

    private enum Verdict {
        SAME,
        DIFFERENT,
        GAP
    }

    private static Verdict precisely(
            Expression first, Expression second, List<String> names, double[] point, Deadline deadline) {
        Map<String, Rational> exact = new HashMap<>();
        for (int i = 0; i < point.length; i++) {
            exact.put(names.get(i), Rational.of(point[i]));
        }
        Precise other = HighPrecision.enclosure(second, exact, BITS, deadline);
        if (!other.isDefined()) {
            return Verdict.GAP;
        }
        Precise value = HighPrecision.enclosure(first, exact, BITS, deadline);
        Precise difference = HighPrecision.at(new Sum(List.of(first, new Negate(second))), exact, 4 * BITS, deadline);
        Ball ball = difference.ball(4 * BITS);
        if (!value.isDefined() || ball.isWhole()) {
            return Verdict.DIFFERENT; // nothing certain: not to be passed on as the same
        }
        long scale = Math.max(0, value.ball(BITS).magnitude());
        return ball.isZero() || (ball.containsZero() && ball.radius().magnitude() < scale - EQUAL_BITS)
                ? Verdict.SAME
                : Verdict.DIFFERENT;
    }

    private static List<double[]> points(
            Expression expression, List<String> names, Map<String, Interval> within, Deadline deadline) {
        NaturalDomain domain = NaturalDomain.of(expression);
        List<double[]> found = domain.points(POINTS, SEED, within, deadline);
        List<double[]> points = new ArrayList<>();
        for (double[] own : found) {
            double[] point = new double[names.size()];
            for (int i = 0; i < point.length; i++) {
                int index = domain.variables().indexOf(names.get(i));
                point[i] = index < 0 ? 0.75 : own[index];
            }
            points.add(point);
        }
        return points;
    }

    private static List<String> variables(Expression first, Expression second) {
        TreeSet<String> names = new TreeSet<>(first.variables());
        names.addAll(second.variables());
        return List.copyOf(names);
    }
}
