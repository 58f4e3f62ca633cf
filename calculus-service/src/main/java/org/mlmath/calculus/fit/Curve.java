package org.mlmath.calculus.fit;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.optimization.leastsquares.ResidualFunction;

/**
 * The residuals √w·(f(x; p) − y) of a curve at its data as functions of its parameters, times a power of two that brings the targets
 * near 1, so that no square over- or underflows. Observations of weight 0 are left out.
 */
final class Curve implements ResidualFunction {
    /** Of the interval between doubles near 1: what a value of a few operations is off by. */
    private static final double ULPS = 2;

    private final Expression expression;
    private final List<String> names;
    private final int n;
    private final FitData data;
    private final double[] target;
    private final double[] roots;
    private final int[] rows;
    private final Deadline deadline;
    private final ExpressionFunction function;
    private final double[] point;
    private final double[] slopes;

    /** The residuals here are 2^−exponent times the weighted ones. */
    final int exponent;

    /**
     * @param weights null: all 1
     * @param rows of positive weight
     */
    Curve(
            Expression expression,
            List<String> parameters,
            FitData data,
            double[] target,
            double[] weights,
            int[] rows,
            Deadline deadline) {
        this.expression = expression;
        this.names = new ArrayList<>(parameters);
        names.addAll(data.names());
        this.n = parameters.size();
        this.data = data;
        this.target = target;
        this.rows = rows;
        this.deadline = deadline;
        roots = new double[rows.length];
        double largest = 0;
        for (int i = 0; i < rows.length; i++) {
            roots[i] = weights == null ? 1 : Math.sqrt(weights[rows[i]]);
            largest = Math.max(largest, roots[i] * Math.abs(target[rows[i]]));
        }
        exponent = largest == 0 || Double.isInfinite(largest) ? 0 : Math.getExponent(largest);
        for (int i = 0; i < rows.length; i++) {
            roots[i] = Math.scalb(roots[i], -exponent);
        }
        function = ExpressionFunction.of(expression, names, 100L * rows.length);
        point = new double[names.size()];
        slopes = new double[names.size()];
    }

    @Override
    public int residuals() {
        return rows.length;
    }

    @Override
    public int parameters() {
        return n;
    }

    @Override
    public void evaluate(double[] x, double[] residuals) {
        System.arraycopy(x, 0, point, 0, n);
        for (int i = 0; i < rows.length; i++) {
            pause(i);
            data.copyRow(rows[i], point, n);
            residuals[i] = roots[i] * (function.value(point) - target[rows[i]]);
        }
    }

    @Override
    public void evaluate(double[] x, double[] residuals, double[] jacobian) {
        System.arraycopy(x, 0, point, 0, n);
        for (int i = 0; i < rows.length; i++) {
            pause(i);
            data.copyRow(rows[i], point, n);
            double value = function.valueAndGradient(point, slopes);
            residuals[i] = roots[i] * (value - target[rows[i]]);
            for (int j = 0; j < n; j++) {
                jacobian[i * n + j] = roots[i] * slope(j, value);
            }
        }
    }

    /**
     * The partial derivative by parameter j at the point; where its formula has no value though the curve has one, as that of x^b at
     * x = 0, which is 0·ln 0, a central difference.
     */
    private double slope(int j, double value) {
        if (Double.isFinite(slopes[j]) || !Double.isFinite(value)) {
            return slopes[j];
        }
        double at = point[j];
        double step = Math.cbrt(Math.ulp(1.0)) * Math.max(Math.abs(at), 1e-3);
        point[j] = at + step;
        double above = function.value(point);
        point[j] = at - step;
        double below = function.value(point);
        point[j] = at;
        return (above - below) / (2 * step);
    }

    private void pause(int i) {
        if ((i & 0xfff) == 0xfff) {
            deadline.check();
        }
    }

    @Override
    public double rounding(double[] x, double[] residuals) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            double size = roots[i] * Math.abs(target[rows[i]]) + Math.abs(residuals[i]);
            sum += size * size;
        }
        return ULPS * 0x1p-53 * Math.sqrt(sum);
    }

    /** @throws DomainException naming the sub-expression and the observation, where the curve has no value at one */
    void requireValues(double[] x) {
        System.arraycopy(x, 0, point, 0, n);
        for (int row : rows) {
            data.copyRow(row, point, n);
            if (!Double.isFinite(function.value(point))) {
                try {
                    Evaluation.value(expression, names, point.clone());
                } catch (DomainException e) {
                    throw e.with("observation", row);
                }
            }
        }
    }

    /** The curve at observations of any weight, NaN where it is undefined. */
    double[] values(double[] x, FitData at) {
        System.arraycopy(x, 0, point, 0, n);
        double[] values = new double[at.rows()];
        for (int i = 0; i < values.length; i++) {
            pause(i);
            at.copyRow(i, point, n);
            values[i] = function.value(point);
        }
        return values;
    }

    /** The partial derivatives of the curve by its parameters at a row of such data. */
    double[] slopes(double[] x, FitData at, int row) {
        System.arraycopy(x, 0, point, 0, n);
        at.copyRow(row, point, n);
        double value = function.valueAndGradient(point, slopes);
        double[] partial = new double[n];
        for (int j = 0; j < n; j++) {
            partial[j] = slope(j, value);
        }
        return partial;
    }
}
