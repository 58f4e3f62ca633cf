package org.mlmath.numerics.network;

import java.util.List;
import org.mlmath.numerics.linear.Matrix;

/**
 * What went through a network.
 *
 * @param inputs examples×inputs
 * @param preActivations of each layer, examples×units
 * @param activations of each layer, of the same shapes; after dropout, where there was any
 * @param dropout which units were dropped
 */
public record ForwardPass(Matrix inputs, List<Matrix> preActivations, List<Matrix> activations, DropoutMasks dropout) {
    public Matrix outputs() {
        return activations.getLast();
    }

    /** @return what layer l was given */
    Matrix into(int l) {
        return l == 0 ? inputs : activations.get(l - 1);
    }
}
