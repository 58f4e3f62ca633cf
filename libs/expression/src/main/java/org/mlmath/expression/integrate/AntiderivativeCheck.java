package org.mlmath.expression.integrate;

import java.util.List;
import java.util.TreeSet;
import org.mlmath.expression.Expression;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;

/**
 * Compares the derivative of an antiderivative, by reverse-mode differentiation, with the integrand at seeded points of the
 * integrand's domain.
 *
 * @param points at how many points both exist
 * @param missing at how many points the integrand exists and the antiderivative does not
 * @param largestDifference at these, relative to the larger of 1 and the integrand
 * @param agrees whether there were points and the difference is one of rounding at all of them
 */
public record AntiderivativeCheck(int points, int missing, double largestDifference, boolean agrees) {
    private static final int ENOUGH = 12;
    private static final int SAMPLES = 60;
    private static final double TOLERANCE = 1e-7;
    private static final double GOLDEN = 0.6180339887498949;
    /** Coordinates of successive points: a half-line, a symmetric range, the unit interval, beyond 1, wide. */
    private static final double[][] RANGES = {{0.1, 3}, {-2, 2}, {0.02, 0.98}, {1.05, 6}, {-9, 9}};

    /** @return the comparison; nothing agrees where no point is found */
    public static AntiderivativeCheck of(
            Expression antiderivative, Expression integrand, String variable, Deadline deadline) {
        TreeSet<String> all = new TreeSet<>(integrand.variables());
        all.addAll(antiderivative.variables());
        all.add(variable);
        List<String> names = List.copyOf(all);
        int index = names.indexOf(variable);
        int points = 0;
        int missing = 0;
        double largest = 0;
        boolean agrees = true;
        try {
            ExpressionFunction function = ExpressionFunction.of(integrand, names);
            ExpressionFunction primitive = ExpressionFunction.of(antiderivative, names);
            double[] gradient = new double[names.size()];
            for (int i = 0; i < SAMPLES && points < ENOUGH; i++) {
                deadline.check();
                double[] point = sample(i, names.size());
                double expected = function.value(point);
                if (!Double.isFinite(expected)) {
                    continue;
                }
                double value = primitive.valueAndGradient(point, gradient);
                if (!Double.isFinite(value) || !Double.isFinite(gradient[index])) {
                    missing++;
                    continue;
                }
                points++;
                double difference = Math.abs(gradient[index] - expected) / Math.max(1, Math.abs(expected));
                // What cancels in a large antiderivative is lost to rounding, not to a wrong rule.
                agrees &= difference <= TOLERANCE * Math.max(1, 1e-4 * Math.abs(value));
                largest = Math.max(largest, difference);
            }
        } catch (LimitExceededException e) {
            return new AntiderivativeCheck(points, missing, largest, false);
        }
        return new AntiderivativeCheck(points, missing, largest, agrees && points > 0 && missing <= points);
    }

    private static double[] sample(int number, int size) {
        double[] range = RANGES[number % RANGES.length];
        double[] point = new double[size];
        for (int i = 0; i < size; i++) {
            double fraction = ((number + 1) * GOLDEN + (i + 1) * GOLDEN * GOLDEN * (number + 2)) % 1;
            point[i] = range[0] + (range[1] - range[0]) * fraction;
        }
        return point;
    }
}
