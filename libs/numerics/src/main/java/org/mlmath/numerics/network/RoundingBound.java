package org.mlmath.numerics.network;

import org.mlmath.numerics.learning.Activation;
import org.mlmath.numerics.learning.ElementwiseActivation;
import org.mlmath.numerics.learning.SoftmaxActivation;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * A running bound of the rounding errors of a forward pass, to first order: a layer with n inputs adds (n + 1)·u·(|W||a| + |b|) to what
 * |W| makes of the error it is given, its activation multiplies that by |g′(z)| and adds a few units in the last place of its own.
 *
 * <p>Source: Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd ed., sections 3.1 and 3.3.
 */
public final class RoundingBound {
    private static final double UNIT = 0x1p-53;

    /** What an activation's own rounding comes to, in units: its values are held to this by reference. */
    private static final double ACTIVATION_UNITS = 100;

    private RoundingBound() {}

    /** @return the largest bound of any output; infinite or NaN where the pass overflows */
    public static double of(Network network, ForwardPass pass) {
        Kernel kernel = Kernels.current();
        Matrix error = new Matrix(
                pass.inputs().rows(), network.inputs(), new double[pass.inputs().values().length]);
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            Matrix weights = absolute(layer.weights());
            double[] sizes = kernel.multiply(absolute(pass.into(l)), false, weights, true)
                    .values();
            double[] carried = kernel.multiply(error, false, weights, true).values();
            int units = layer.outputs();
            double rounding = (layer.inputs() + 1) * UNIT;
            for (int i = 0; i < carried.length; i++) {
                carried[i] += rounding * (sizes[i] + Math.abs(layer.biases()[i % units]));
            }
            Matrix z = pass.preActivations().get(l);
            double[] through = through(layer.activation(), z, carried);
            double[] a = pass.activations().get(l).values();
            for (int i = 0; i < through.length; i++) {
                through[i] += ACTIVATION_UNITS * UNIT * Math.abs(a[i]);
            }
            error = new Matrix(z.rows(), units, through);
        }
        return error.maxAbs();
    }

    private static double[] through(Activation activation, Matrix z, double[] error) {
        double[] out = new double[error.length];
        switch (activation) {
            case ElementwiseActivation each -> {
                double[] slopes = each.derivatives(z.values());
                for (int i = 0; i < out.length; i++) {
                    out[i] = Math.abs(slopes[i]) * error[i];
                }
            }
            case SoftmaxActivation softmax -> {
                int columns = z.columns();
                double[] p = SoftmaxActivation.SOFTMAX.apply(z.values(), z.rows(), columns);
                for (int i = 0; i < out.length; i += columns) {
                    double mean = 0;
                    for (int j = i; j < i + columns; j++) {
                        mean += p[j] * error[j];
                    }
                    for (int j = i; j < i + columns; j++) {
                        out[j] = (softmax == SoftmaxActivation.SOFTMAX ? p[j] : 1) * (error[j] + mean);
                    }
                }
            }
        }
        return out;
    }

    private static Matrix absolute(Matrix matrix) {
        double[] values = matrix.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i]);
        }
        return new Matrix(matrix.rows(), matrix.columns(), values);
    }
}
