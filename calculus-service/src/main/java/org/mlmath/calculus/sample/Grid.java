package org.mlmath.calculus.sample;

import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.numerics.Deadline;

/** A function's values at all crossings of axes. */
final class Grid {
    static final int POINTS = 1_000_000;
    static final int DIMENSIONS = 4;
    private static final int CHECKED = 256;

    private Grid() {}

    /** @return count numbers from lower to upper, both included; in equal steps or, both being positive, in equal ratios */
    static double[] axis(double lower, double upper, int count, boolean logarithmic) {
        double[] axis = new double[count];
        for (int i = 0; i < count; i++) {
            double fraction = (double) i / (count - 1);
            axis[i] = between(lower, upper, fraction, logarithmic);
        }
        axis[0] = lower;
        axis[count - 1] = upper;
        return axis;
    }

    static double between(double lower, double upper, double fraction, boolean logarithmic) {
        if (logarithmic) {
            return Math.exp(Math.log(lower) * (1 - fraction) + Math.log(upper) * fraction);
        }
        double width = upper - lower;
        return Double.isInfinite(width) ? lower * (1 - fraction) + upper * fraction : lower + width * fraction;
    }

    /** @return the values, the last axis running fastest; NaN where undefined */
    static double[] values(Expression expression, List<String> variables, List<double[]> axes, Deadline deadline) {
        int count = axes.stream().mapToInt(axis -> axis.length).reduce(1, (a, b) -> a * b);
        ExpressionFunction function = ExpressionFunction.of(expression, variables, count);
        double[] values = new double[count];
        double[] point = new double[axes.size()];
        for (int i = 0; i < count; i++) {
            if (i % CHECKED == 0) {
                deadline.check();
            }
            int rest = i;
            for (int axis = axes.size() - 1; axis >= 0; axis--) {
                double[] coordinates = axes.get(axis);
                point[axis] = coordinates[rest % coordinates.length];
                rest /= coordinates.length;
            }
            values[i] = function.value(point);
        }
        return values;
    }
}
