package org.mlmath.numerics.optimization;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mlmath.numerics.linear.Matrix;

/**
 * The squared error of a linear model on data, as a function of its parameters: c·Σᵢ(xᵢ·w + b − yᵢ)².
 *
 * <p>Parameters are the weights in the order of the columns, then the intercept b. Costs two passes over each row while it is in
 * cache, 4mn flops.
 */
public final class SquaredErrorObjective implements SampledObjective, TwiceDifferentiableFunction {
    private final Matrix features;
    private final double[] targets;
    private final double weight;
    private final double[] scratch;
    private final int[] all;

    private SquaredErrorObjective(Matrix features, double[] targets, double weight) {
        this.features = features;
        this.targets = targets;
        this.weight = weight;
        scratch = new double[features.columns() + 1];
        all = IntStream.range(0, targets.length).toArray();
    }

    /** c = 1/m, the mean of {@code torch.nn.MSELoss}. */
    public static SquaredErrorObjective mean(Matrix features, double[] targets) {
        return new SquaredErrorObjective(features, targets, 1);
    }

    /** c = 1/(2m), as courses write it so that the gradient loses its 2. */
    public static SquaredErrorObjective halfMean(Matrix features, double[] targets) {
        return new SquaredErrorObjective(features, targets, 0.5);
    }

    @Override
    public int dimension() {
        return features.columns() + 1;
    }

    @Override
    public double value(double[] parameters) {
        return valueAndGradient(parameters, scratch);
    }

    @Override
    public int observations() {
        return targets.length;
    }

    @Override
    public double valueAndGradient(double[] parameters, double[] gradient) {
        return valueAndGradient(all, 0, all.length, parameters, gradient);
    }

    @Override
    public double valueAndGradient(int[] observations, int from, int to, double[] parameters, double[] gradient) {
        int n = features.columns();
        double[] x = features.values();
        double factor = weight / (to - from);
        double sum = 0;
        Arrays.fill(gradient, 0);
        for (int o = from; o < to; o++) {
            int row = observations[o] * n;
            double residual = parameters[n] - targets[observations[o]];
            for (int j = 0; j < n; j++) {
                residual += x[row + j] * parameters[j];
            }
            sum += residual * residual;
            double slope = 2 * factor * residual;
            for (int j = 0; j < n; j++) {
                gradient[j] += slope * x[row + j];
            }
            gradient[n] += slope;
        }
        return factor * sum;
    }

    @Override
    public double valueGradientAndHessian(double[] parameters, double[] gradient, double[] hessian) {
        int n = features.columns();
        Arrays.fill(hessian, 0);
        double[] row = new double[n + 1];
        row[n] = 1;
        for (int i = 0; i < targets.length; i++) {
            System.arraycopy(features.values(), i * n, row, 0, n);
            OuterProducts.add(hessian, row, 2 * weight / targets.length);
        }
        return valueAndGradient(parameters, gradient);
    }
}
