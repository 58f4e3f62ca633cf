package org.mlmath.expression.quadrature;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.integrate.ConstantForm;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;

/**
 * The definite integral in closed form by the fundamental theorem, F(b) − F(a). Where F jumps between the bounds, as antiderivatives
 * through tan(x/2) do, the pieces are added with the limits from either side.
 */
public final class ExactIntegral {
    private static final int PIECES = 12;

    private ExactIntegral() {}

    /**
     * @param value the bounds' difference in closed form
     * @param terms F at the upper and at the lower bound where there are no jumps between, else null
     */
    public record Result(Expression value, double number, List<Expression> terms) {}

    /**
     * @param antiderivative F, of an integrand whose integral is known to exist
     * @param lower in closed form, {@code inf} or {@code -inf}
     * @return null where a limit of F is not found
     */
    public static Result of(
            Expression antiderivative,
            String x,
            Expression lower,
            double a,
            Expression upper,
            double b,
            Deadline deadline) {
        if (a > b) {
            Result reverse = of(antiderivative, x, upper, b, lower, a, deadline);
            return reverse == null
                    ? null
                    : new Result(
                            ConstantForm.of(new Negate(reverse.value), deadline),
                            -reverse.number,
                            reverse.terms == null ? null : reverse.terms.reversed());
        }
        List<Expression> points = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        points.add(lower);
        values.add(a);
        Integrand primitive = new Integrand(antiderivative, x, deadline);
        for (var landmark : Landmarks.of(primitive, a, b).entrySet()) {
            double c = landmark.getKey();
            if (landmark.getValue() == Landmarks.Kind.SINGULAR && jumps(primitive, c)) {
                Expression formula = recognized(c);
                if (formula == null || points.size() > PIECES) {
                    return null;
                }
                points.add(formula);
                values.add(c);
            }
        }
        points.add(upper);
        values.add(b);
        List<Expression> terms = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Expression high = new Boundary(x, points.get(i), values.get(i), -1, deadline).of(antiderivative);
            Expression low = high == null
                    ? null
                    : new Boundary(x, points.get(i - 1), values.get(i - 1), 1, deadline).of(antiderivative);
            if (low == null) {
                return null;
            }
            terms.add(high);
            terms.add(new Negate(low));
        }
        Expression value = ConstantForm.of(new Sum(terms), deadline);
        try {
            double number = Evaluation.value(value, List.of(), new double[0]);
            List<Expression> ends = terms.size() == 2 ? List.of(terms.get(0), ((Negate) terms.get(1)).operand()) : null;
            return new Result(value, number, ends);
        } catch (MathException e) {
            return null;
        }
    }

    private static boolean jumps(Integrand primitive, double c) {
        double step = 1e-9 * Math.max(1, Math.abs(c));
        double left = primitive.applyAsDouble(c - step);
        double right = primitive.applyAsDouble(c + step);
        return !(Math.abs(right - left) <= 1e-4 * Math.max(1, Math.abs(left)));
    }

    /** @return c as a short decimal or a simple multiple of π, or null */
    private static Expression recognized(double c) {
        BigDecimal decimal = new BigDecimal(Double.toString(Math.abs(c)));
        Expression size = null;
        if (decimal.precision() <= 6) {
            size = new Number(decimal);
        }
        for (int denominator : new int[] {1, 2, 3, 4, 6}) {
            double multiple = Math.abs(c) / Math.PI * denominator;
            if (size == null && Math.abs(multiple - Math.rint(multiple)) < 1e-9 && multiple > 0.5) {
                size = new Quotient(
                        new Product(List.of(Expressions.number((long) Math.rint(multiple)), Constant.PI)),
                        Expressions.number(denominator));
            }
        }
        return size == null || c >= 0 ? size : new Negate(size);
    }
}
