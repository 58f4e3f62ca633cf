package org.mlmath.numerics.network;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.numerics.learning.Activation;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * Dense layers, one after the other.
 *
 * <p>Source of the recursion δˡ = (Wˡ⁺¹)ᵀδˡ⁺¹ ⊙ g′(zˡ): Rumelhart, Hinton and Williams, <i>Learning representations by back-propagating
 * errors</i> (1986); Goodfellow, Bengio and Courville, <i>Deep Learning</i>, section 6.5.
 *
 * @param layers from the inputs to the outputs, each taking as many inputs as the one before has outputs; at least one
 */
public record Network(List<Layer> layers) {
    public Network {
        layers = List.copyOf(layers);
        for (int l = 1; l < layers.size(); l++) {
            if (layers.get(l).inputs() != layers.get(l - 1).outputs()) {
                throw new IllegalArgumentException(
                        "layer " + l + " takes " + layers.get(l).inputs() + " inputs");
            }
        }
    }

    public int inputs() {
        return layers.getFirst().inputs();
    }

    public int outputs() {
        return layers.getLast().outputs();
    }

    /**
     * What every layer makes of a batch.
     *
     * @param inputs examples×inputs
     */
    public ForwardPass forward(Matrix inputs) {
        return forward(inputs, DropoutMasks.NONE);
    }

    /** @param dropout which units are dropped on the way */
    public ForwardPass forward(Matrix inputs, DropoutMasks dropout) {
        Kernel kernel = Kernels.current();
        List<Matrix> preActivations = new ArrayList<>();
        List<Matrix> activations = new ArrayList<>();
        Matrix a = inputs;
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            Matrix z = kernel.multiply(a, false, layer.weights(), true);
            addToRows(z, layer.biases());
            a = new Matrix(z.rows(), z.columns(), activate(layer.activation(), z));
            dropout.apply(l, a.values());
            preActivations.add(z);
            activations.add(a);
        }
        return new ForwardPass(inputs, preActivations, activations, dropout);
    }

    /**
     * The gradients of a loss of which the derivative by the last pre-activations is known.
     *
     * @param pass of this network
     * @param outputDelta ∂L/∂z of the last layer, examples×outputs
     */
    public BackwardPass backward(ForwardPass pass, Matrix outputDelta) {
        return backward(pass, outputDelta, true);
    }

    /** @param toInputs whether the derivatives by the inputs are wanted; a first layer's are half of all the work there */
    public BackwardPass backward(ForwardPass pass, Matrix outputDelta, boolean toInputs) {
        Kernel kernel = Kernels.current();
        int depth = layers.size();
        Matrix[] deltas = new Matrix[depth];
        Matrix[] weightGradients = new Matrix[depth];
        double[][] biasGradients = new double[depth][];
        Matrix delta = outputDelta;
        Matrix upstream = null;
        for (int l = depth - 1; l >= 0; l--) {
            Layer layer = layers.get(l);
            if (l < depth - 1) {
                pass.dropout().apply(l, upstream.values());
                delta = pullBack(layer.activation(), pass.preActivations().get(l), upstream);
            }
            deltas[l] = delta;
            weightGradients[l] = kernel.multiply(delta, true, pass.into(l), false);
            biasGradients[l] = columnSums(delta);
            upstream = l > 0 || toInputs ? kernel.multiply(delta, layer.weights()) : null;
        }
        return new BackwardPass(List.of(deltas), List.of(weightGradients), List.of(biasGradients), upstream);
    }

    /** @return ∂L/∂z of the last layer, given ∂L/∂a there */
    public Matrix outputDelta(ForwardPass pass, Matrix upstream) {
        return pullBack(layers.getLast().activation(), pass.preActivations().getLast(), upstream);
    }

    private static double[] activate(Activation activation, Matrix z) {
        return activation.apply(z.values(), z.rows(), z.columns());
    }

    private static Matrix pullBack(Activation activation, Matrix z, Matrix upstream) {
        return new Matrix(
                z.rows(), z.columns(), activation.pullBack(z.values(), upstream.values(), z.rows(), z.columns()));
    }

    private static void addToRows(Matrix z, double[] row) {
        double[] values = z.values();
        for (int i = 0; i < values.length; i += row.length) {
            for (int j = 0; j < row.length; j++) {
                values[i + j] += row[j];
            }
        }
    }

    private static double[] columnSums(Matrix a) {
        double[] sums = new double[a.columns()];
        double[] values = a.values();
        for (int i = 0; i < values.length; i += sums.length) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += values[i + j];
            }
        }
        return sums;
    }
}
