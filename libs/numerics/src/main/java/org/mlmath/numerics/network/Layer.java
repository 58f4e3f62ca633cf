package org.mlmath.numerics.network;

import org.mlmath.numerics.learning.Activation;
import org.mlmath.numerics.linear.Matrix;

/**
 * A dense layer: a = g(W·x + b).
 *
 * @param weights W, outputs×inputs
 * @param biases b, as long as the layer has outputs
 * @param activation g
 */
public record Layer(Matrix weights, double[] biases, Activation activation) {
    /** @throws IllegalArgumentException where W and b do not fit */
    public Layer {
        if (biases.length != weights.rows()) {
            throw new IllegalArgumentException(weights.shape() + " weights with " + biases.length + " biases");
        }
    }

    public int inputs() {
        return weights.columns();
    }

    public int outputs() {
        return weights.rows();
    }
}
