package org.mlmath.numerics.optimization;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mlmath.numerics.linear.Matrix;

/**
 * The mean categorical cross-entropy of a softmax model on data, as a function of its parameters:
 * (1/m)·Σᵢ(Σₖyᵢₖ·log Σⱼe^zᵢⱼ − Σₖyᵢₖzᵢₖ) with zᵢₖ = xᵢ·wₖ + bₖ.
 *
 * <p>Computed from the logits with their maximum taken out, as {@code CrossEntropyLoss}. Parameters are a row per class, one after
 * the other: the weights in the order of the columns, then the intercept.
 */
public final class SoftmaxObjective implements SampledObjective, TwiceDifferentiableFunction {
    private final Matrix features;
    private final Matrix targets;
    private final double[] logits;
    private final double[] scratch;
    private final int[] all;

    /** Of the row in hand: the class with the largest logit, and the sum of e^(z − largest) over the other classes. */
    private int top;

    private double others;

    /**
     * @param features m×n
     * @param targets m×K: the classes' probabilities in each row, one-hot for labels
     */
    public SoftmaxObjective(Matrix features, Matrix targets) {
        this.features = features;
        this.targets = targets;
        logits = new double[targets.columns()];
        scratch = new double[dimension()];
        all = IntStream.range(0, features.rows()).toArray();
    }

    /**
     * @param labels integers from 0 to classes − 1
     * @return one-hot rows
     */
    public static Matrix oneHot(double[] labels, int classes) {
        double[] values = new double[labels.length * classes];
        for (int i = 0; i < labels.length; i++) {
            values[i * classes + (int) labels[i]] = 1;
        }
        return new Matrix(labels.length, classes, values);
    }

    @Override
    public int dimension() {
        return targets.columns() * (features.columns() + 1);
    }

    @Override
    public double value(double[] parameters) {
        return valueAndGradient(parameters, scratch);
    }

    @Override
    public int observations() {
        return features.rows();
    }

    @Override
    public double valueAndGradient(double[] parameters, double[] gradient) {
        return valueAndGradient(all, 0, all.length, parameters, gradient);
    }

    @Override
    public double valueAndGradient(int[] observations, int from, int to, double[] parameters, double[] gradient) {
        int n = features.columns();
        int m = to - from;
        int classes = targets.columns();
        double[] x = features.values();
        double[] y = targets.values();
        double sum = 0;
        Arrays.fill(gradient, 0);
        for (int o = from; o < to; o++) {
            int i = observations[o];
            int row = i * n;
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < classes; k++) {
                int of = k * (n + 1);
                double z = parameters[of + n];
                for (int j = 0; j < n; j++) {
                    z += x[row + j] * parameters[of + j];
                }
                logits[k] = z;
                largest = Math.max(largest, z);
            }
            double mass = mass(y, i * classes);
            sum += loss(y, i * classes, largest, mass);
            // loss() left the exponentials in place of the logits: probabilities times their sum 1 + others.
            double total = 1 + others;
            for (int k = 0; k < classes; k++) {
                double target = y[i * classes + k];
                // A right and confident row: 1 − probability, which the difference would lose.
                double excess =
                        k == top && target == mass ? -mass * (others / total) : mass * (logits[k] / total) - target;
                double slope = excess / m;
                int of = k * (n + 1);
                for (int j = 0; j < n; j++) {
                    gradient[of + j] += slope * x[row + j];
                }
                gradient[of + n] += slope;
            }
        }
        return sum / m;
    }

    /** Singular at every point: a constant added to all classes' parameters changes nothing. */
    @Override
    public double valueGradientAndHessian(double[] parameters, double[] gradient, double[] hessian) {
        int n = features.columns();
        int classes = targets.columns();
        Arrays.fill(hessian, 0);
        double[] row = new double[n + 1];
        row[n] = 1;
        double[] probabilities = new double[classes];
        for (int i = 0; i < features.rows(); i++) {
            System.arraycopy(features.values(), i * n, row, 0, n);
            probabilities(row, parameters, probabilities);
            double weight = mass(targets.values(), i * classes) / features.rows();
            for (int k = 0; k < classes; k++) {
                for (int l = 0; l < classes; l++) {
                    double p = probabilities[k] * ((k == l ? 1 : 0) - probabilities[l]);
                    OuterProducts.add(hessian, k * (n + 1), l * (n + 1), dimension(), row, weight * p);
                }
            }
        }
        return valueAndGradient(parameters, gradient);
    }

    private static void probabilities(double[] row, double[] parameters, double[] probabilities) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] = 0;
            for (int j = 0; j < row.length; j++) {
                probabilities[k] += row[j] * parameters[k * row.length + j];
            }
            largest = Math.max(largest, probabilities[k]);
        }
        double total = 0;
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] = StrictMath.exp(probabilities[k] - largest);
            total += probabilities[k];
        }
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] /= total;
        }
    }

    /** The sum of a row's targets: 1, but for what rounding or a caller made of it. */
    private double mass(double[] y, int row) {
        double mass = 0;
        for (int k = 0; k < logits.length; k++) {
            mass += y[row + k];
        }
        return mass;
    }

    /**
     * The cross-entropy of the row whose logits are in place; replaces them by e^(z − largest). The logarithm is taken of one
     * plus the other classes' part, which keeps the small losses of confident predictions.
     */
    private double loss(double[] y, int row, double largest, double mass) {
        top = -1;
        others = 0;
        double linear = 0;
        for (int k = 0; k < logits.length; k++) {
            double below = logits[k] - largest;
            logits[k] = StrictMath.exp(below);
            if (below == 0 && top < 0) {
                top = k;
            } else {
                others += logits[k];
            }
            linear -= y[row + k] == 0 ? 0 : y[row + k] * below;
        }
        return mass * StrictMath.log1p(others) + linear;
    }
}
