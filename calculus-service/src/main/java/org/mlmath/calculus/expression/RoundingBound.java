package org.mlmath.calculus.expression;

import java.util.List;
import org.mlmath.calculus.expression.EvaluateResult.EvaluateDiagnostics;
import org.mlmath.expression.Expression;
import org.mlmath.expression.interval.Enclosure;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;

/**
 * How far values in double precision can be from the true ones: the ends of a rigorous interval around the true value, which
 * every rounding and every decimal in the expression widens. The coordinates of the point count as exact.
 */
final class RoundingBound {
    /** An interval costs about a hundred values. */
    private static final int POINTS = 100;

    private final IntervalFunction function;
    private final Interval[] box;
    private int seen;
    private int bounded;
    private double largest;

    RoundingBound(Expression expression, List<String> variables) {
        this.function = IntervalFunction.of(expression, variables);
        this.box = new Interval[variables.size()];
    }

    /** @param value what was computed at the point; NaN is passed over */
    void add(double[] point, double value) {
        if (seen == POINTS || !Double.isFinite(value)) {
            return;
        }
        seen++;
        for (int i = 0; i < box.length; i++) {
            box[i] = Interval.point(point[i]);
        }
        Enclosure enclosure = function.over(box);
        Interval range = enclosure.range();
        if (enclosure.isDefined() && range.isBounded() && !range.isEmpty()) {
            double distance = Math.max(Math.abs(range.upper() - value), Math.abs(value - range.lower()));
            largest = Math.max(largest, distance / Math.max(1, Math.abs(value)));
            bounded++;
        }
    }

    EvaluateDiagnostics diagnostics() {
        return new EvaluateDiagnostics(bounded == 0 ? null : largest, bounded);
    }
}
