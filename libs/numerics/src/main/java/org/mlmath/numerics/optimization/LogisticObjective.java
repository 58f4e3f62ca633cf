package org.mlmath.numerics.optimization;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mlmath.numerics.linear.Matrix;

/**
 * The mean binary cross-entropy of a logistic model on data, as a function of its parameters:
 * (1/m)·Σᵢ(log(1 + e^zᵢ) − yᵢzᵢ) with zᵢ = xᵢ·w + b and yᵢ in [0, 1].
 *
 * <p>Computed from the logits, as {@code BCEWithLogitsLoss}: log(1 + e^z) = max(z, 0) + log1p(e^−|z|), so that it neither
 * overflows nor loses the small losses of confident predictions. Parameters are the weights in the order of the columns, then the
 * intercept b.
 */
public final class LogisticObjective implements SampledObjective, TwiceDifferentiableFunction {
    private final Matrix features;
    private final double[] targets;
    private final double[] scratch;
    private final int[] all;

    public LogisticObjective(Matrix features, double[] targets) {
        this.features = features;
        this.targets = targets;
        scratch = new double[features.columns() + 1];
        all = IntStream.range(0, targets.length).toArray();
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
        int m = to - from;
        double[] x = features.values();
        double sum = 0;
        Arrays.fill(gradient, 0);
        for (int o = from; o < to; o++) {
            int row = observations[o] * n;
            double z = parameters[n];
            for (int j = 0; j < n; j++) {
                z += x[row + j] * parameters[j];
            }
            double small = StrictMath.exp(-Math.abs(z));
            double y = targets[observations[o]];
            sum += z > 0 ? z * (1 - y) + StrictMath.log1p(small) : StrictMath.log1p(small) - z * y;
            double probability = z > 0 ? 1 / (1 + small) : small / (1 + small);
            // For y = 1 and large z this is −small/(1 + small), which 1 − probability would have lost.
            double slope = (z > 0 && y == 1 ? -small / (1 + small) : probability - y) / m;
            for (int j = 0; j < n; j++) {
                gradient[j] += slope * x[row + j];
            }
            gradient[n] += slope;
        }
        return sum / m;
    }

    @Override
    public double valueGradientAndHessian(double[] parameters, double[] gradient, double[] hessian) {
        int n = features.columns();
        Arrays.fill(hessian, 0);
        double[] row = new double[n + 1];
        row[n] = 1;
        for (int i = 0; i < targets.length; i++) {
            System.arraycopy(features.values(), i * n, row, 0, n);
            double z = 0;
            for (int j = 0; j <= n; j++) {
                z += row[j] * parameters[j];
            }
            double small = StrictMath.exp(-Math.abs(z));
            OuterProducts.add(hessian, row, small / ((1 + small) * (1 + small)) / targets.length);
        }
        return valueAndGradient(parameters, gradient);
    }
}
