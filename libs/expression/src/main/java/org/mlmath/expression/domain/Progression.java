package org.mlmath.expression.domain;

import static org.mlmath.expression.Expressions.number;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;

/**
 * Infinitely many single numbers, first + k·step.
 *
 * @param first where k is 0
 * @param step not zero
 * @param twoSided for every integer k; else for k = 0, 1, 2, …
 */
public record Progression(Endpoint first, Endpoint step, boolean twoSided) {

    /** @return the numbers as a formula in k, {@code pi/2 + pi*k} */
    public String text() {
        return Expressions.text(formula());
    }

    public String latex() {
        return Expressions.latex(formula());
    }

    /** @return the values of k, in words */
    public String range() {
        return twoSided ? "k an integer" : "k = 0, 1, 2, …";
    }

    private Expression formula() {
        Expression multiple = new Product(List.of(step.formula(), new Variable("k")));
        return new Simplifier(Deadline.none()).simplify(new Sum(List.of(first.formula(), multiple)));
    }

    /** @return how many of them lie in the closed interval, which is finite */
    public double count(double lower, double upper) {
        double[] k = indices(lower, upper);
        return Math.max(0, k[1] - k[0] + 1);
    }

    /** @return those in the closed interval, which is finite and holds few */
    RealSet within(double lower, double upper) {
        RealSet points = RealSet.NONE;
        double[] k = indices(lower, upper);
        for (double i = k[0]; i <= k[1]; i++) {
            Expression multiple = new Product(List.of(step.formula(), number((long) i)));
            Expression point = new Simplifier(Deadline.none()).simplify(new Sum(List.of(first.formula(), multiple)));
            points = points.or(RealSet.point(Endpoint.of(point)));
        }
        return points;
    }

    /** @return those in the closed interval as doubles, ascending or descending; as {@link #within} */
    public List<Double> between(double lower, double upper) {
        List<Double> points = new ArrayList<>();
        double[] k = indices(lower, upper);
        for (double i = k[0]; i <= k[1]; i++) {
            double point = first.value() + i * step.value();
            if (point >= lower && point <= upper) {
                points.add(point);
            }
        }
        return points;
    }

    /** The first and the last k, one more on either side for rounding. */
    private double[] indices(double lower, double upper) {
        double a = (lower - first.value()) / step.value();
        double b = (upper - first.value()) / step.value();
        double least = Math.floor(Math.min(a, b)) - 1;
        return new double[] {twoSided ? least : Math.max(0, least), Math.ceil(Math.max(a, b)) + 1};
    }
}
