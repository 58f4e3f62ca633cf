package org.mlmath.numerics.optimization.leastsquares;

import java.util.stream.IntStream;
import org.mlmath.numerics.linear.Matrix;

/** A point with the residuals there, their derivatives, and the linear model that these make. */
final class Site {
    final double[] x;
    final double[] residuals;
    final double norm;

    /** D: of each parameter the largest norm that its column of the Jacobian has had on the way here. */
    final double[] scale;

    final boolean[] held;
    final Linearization model;
    private final double[] jacobian;
    private final double[] gradient;

    /** @param before the scale at the site before, zeros at the start */
    Site(ResidualFunction function, Box box, double[] x, double[] before) {
        int m = function.residuals();
        int n = x.length;
        this.x = x;
        residuals = new double[m];
        jacobian = new double[m * n];
        function.evaluate(x, residuals, jacobian);
        norm = Linearization.norm(residuals);
        gradient = new double[n];
        double[] columns = new double[n];
        Matrix matrix = new Matrix(m, n, jacobian);
        double[] largest = matrix.columnsMaxAbs();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double entry = jacobian[i * n + j];
                gradient[j] += entry * residuals[i];
                double relative = largest[j] == 0 ? 0 : entry / largest[j];
                columns[j] += relative * relative;
            }
        }
        scale = new double[n];
        held = new boolean[n];
        for (int j = 0; j < n; j++) {
            scale[j] = Math.max(before[j], largest[j] * Math.sqrt(columns[j]));
            held[j] = box.stops(x, j, gradient[j]);
        }
        int[] free = IntStream.range(0, n).filter(j -> !held[j]).toArray();
        model = defined() ? new Linearization(jacobian, residuals, positive(scale), free) : null;
    }

    private static double[] positive(double[] scale) {
        double[] positive = scale.clone();
        for (int j = 0; j < positive.length; j++) {
            positive[j] = positive[j] > 0 ? positive[j] : 1;
        }
        return positive;
    }

    /** @return whether residuals and derivatives are finite, with sums of squares that are */
    boolean defined() {
        double sum = norm * norm;
        for (double entry : scale) {
            sum += entry;
        }
        for (double entry : gradient) {
            sum += Math.abs(entry);
        }
        return sum <= Double.MAX_VALUE;
    }

    /** @return ‖D·v‖ */
    double scaledNorm(double[] v) {
        double[] scaled = new double[v.length];
        for (int j = 0; j < v.length; j++) {
            scaled[j] = scale[j] * v[j];
        }
        return Linearization.norm(scaled);
    }

    /** @return ‖r + J·p‖, as the linear model has it */
    double normAfter(double[] step) {
        double[] after = residuals.clone();
        for (int i = 0; i < after.length; i++) {
            after[i] += slope(i, step);
        }
        return Linearization.norm(after);
    }

    /** @return the derivative of residual i along a direction */
    double slope(int i, double[] direction) {
        double sum = 0;
        for (int j = 0; j < direction.length; j++) {
            sum += jacobian[i * direction.length + j] * direction[j];
        }
        return sum;
    }

    double[] freeGradient() {
        double[] free = gradient.clone();
        for (int j = 0; j < free.length; j++) {
            free[j] = held[j] ? 0 : free[j];
        }
        return free;
    }
}
