package org.mlmath.numerics.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.linear.Matrix;

/**
 * All weights and biases of a network as one array, for rules that move points: layer by layer the weights row by row and then the
 * biases, the order of {@code torch.nn.Module.parameters}.
 */
public final class FlatParameters {
    private FlatParameters() {}

    /** @return how many weights and biases there are */
    public static int count(Network network) {
        int count = 0;
        for (Layer layer : network.layers()) {
            count += layer.weights().values().length + layer.biases().length;
        }
        return count;
    }

    public static double[] of(Network network) {
        double[] flat = new double[count(network)];
        int at = 0;
        for (Layer layer : network.layers()) {
            at = put(layer.weights().values(), flat, at);
            at = put(layer.biases(), flat, at);
        }
        return flat;
    }

    /** Writes the gradients of all layers in the same order. */
    static void put(BackwardPass back, double[] flat) {
        int at = 0;
        for (int l = 0; l < back.weightGradients().size(); l++) {
            at = put(back.weightGradients().get(l).values(), flat, at);
            at = put(back.biasGradients().get(l), flat, at);
        }
    }

    /** @return a network of the same shape and activations with these parameters, copied */
    public static Network like(Network network, double[] flat) {
        List<Layer> layers = new ArrayList<>();
        int at = 0;
        for (Layer layer : network.layers()) {
            int weights = layer.weights().values().length;
            Matrix matrix = new Matrix(layer.outputs(), layer.inputs(), Arrays.copyOfRange(flat, at, at + weights));
            at += weights;
            layers.add(new Layer(matrix, Arrays.copyOfRange(flat, at, at + layer.outputs()), layer.activation()));
            at += layer.outputs();
        }
        return new Network(layers);
    }

    private static int put(double[] part, double[] flat, int at) {
        System.arraycopy(part, 0, flat, at, part.length);
        return at + part.length;
    }
}
