package org.mlmath.expression.quadrature;

import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;

/** How often a formula's sines and cosines change sign on a range, from how far their arguments move. */
final class Oscillations {
    private static final int SAMPLES = 64;

    private Oscillations() {}

    /** @return the largest number of half-periods of any trigonometric function in the formula, 0 where there is none */
    static double halfPeriods(Integrand f, double from, double to) {
        return most(f, f.expression(), from, to);
    }

    private static double most(Integrand f, Expression expression, double from, double to) {
        double most = 0;
        if (expression instanceof Call(Function function, List<Expression> arguments)) {
            switch (function) {
                case SIN, COS, TAN, COT, SEC, CSC -> most = variation(f, arguments.getFirst(), from, to) / Math.PI;
                default -> {}
            }
        }
        for (Expression child : Expressions.children(expression)) {
            most = Math.max(most, most(f, child, from, to));
        }
        return most;
    }

    private static double variation(Integrand f, Expression phase, double from, double to) {
        if (!List.of(f.variable()).containsAll(phase.variables())) {
            return 0;
        }
        Integrand g = new Integrand(phase, f.variable(), f.deadline());
        double total = 0;
        double last = Double.NaN;
        for (int i = 0; i <= SAMPLES; i++) {
            double value = g.applyAsDouble(from + (to - from) * i / SAMPLES);
            double step = Math.abs(value - last);
            if (Double.isFinite(step)) {
                total += step;
            }
            last = value;
        }
        return total;
    }
}
