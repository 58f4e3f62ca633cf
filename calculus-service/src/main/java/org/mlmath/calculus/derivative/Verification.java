package org.mlmath.calculus.derivative;

import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;

/**
 * Compares symbolic partial derivatives with those of reverse-mode differentiation at sample points: the two share the table
 * of derivatives of functions, but neither the rules nor the simplification.
 */
final class Verification {
    private static final int POINTS = 12;
    /** Coordinates of successive points: a half-line, a symmetric range, the unit interval, in turn. */
    private static final double[][] RANGES = {{0.1, 3}, {-2, 2}, {0.02, 0.98}};

    private static final double GOLDEN = 0.6180339887498949;

    /** Above this it is no rounding error of a well-behaved formula. */
    private static final double DOUBTFUL = 1e-6;

    private final ExpressionFunction function;
    private final double[] gradient;
    private int points;
    private double largest;

    /** @param expression what was differentiated */
    Verification(Expression expression, List<String> variables) {
        function = ExpressionFunction.of(expression, variables);
        gradient = new double[variables.size()];
    }

    /**
     * Sums too long to be evaluated are left unchecked.
     *
     * @param partial the derivative by the variable at that index
     */
    void check(Expression partial, int index, Deadline deadline) {
        try {
            ExpressionFunction symbolic = ExpressionFunction.of(partial, function.variables());
            for (int i = 0; i < POINTS; i++) {
                deadline.check();
                compare(symbolic, index, sample(i));
            }
        } catch (LimitExceededException e) {
            return; // the count of points says so
        }
    }

    private void compare(ExpressionFunction symbolic, int index, double[] point) {
        function.valueAndGradient(point, gradient);
        double expected = gradient[index];
        double found = symbolic.value(point);
        if (Double.isFinite(expected) && Double.isFinite(found)) {
            points++;
            largest = Math.max(largest, Math.abs(found - expected) / Math.max(1, Math.abs(expected)));
        }
    }

    private double[] sample(int number) {
        double[] range = RANGES[number % RANGES.length];
        double[] point = new double[gradient.length];
        for (int i = 0; i < point.length; i++) {
            double fraction = ((number + 1) * GOLDEN + (i + 1) * GOLDEN * GOLDEN * (number + 2)) % 1;
            point[i] = range[0] + (range[1] - range[0]) * fraction;
        }
        return point;
    }

    /** Counts what another verification has found as well: the result rests on both. */
    void include(Verification other) {
        points += other.points;
        largest = Math.max(largest, other.largest);
    }

    SymbolicDiagnostics diagnostics() {
        return new SymbolicDiagnostics(new SymbolicDiagnostics.Verified(points, largest));
    }

    void addWarnings(List<Warning> warnings) {
        if (points == 0) {
            warnings.add(new Warning(
                    "not-verified",
                    "No sample point was found at which the result could be compared with another method.",
                    "/diagnostics/verified"));
        } else if (largest > DOUBTFUL) {
            warnings.add(new Warning(
                    "doubtful",
                    "The result differs by %.2g from that of another method at a sample point; the formula may be ill-conditioned there."
                            .formatted(largest),
                    "/diagnostics/verified"));
        }
    }
}
