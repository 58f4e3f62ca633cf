package org.mlmath.calculus.network;

import org.mlmath.numerics.learning.ElementwiseActivation;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.network.ForwardPass;
import org.mlmath.numerics.network.Layer;

/**
 * What the units of one layer do on the examples.
 *
 * @param units how many there are
 * @param dead of which so many have slope 0 for every example
 * @param saturated the part of units and examples at which the slope is under a twentieth of the activation's largest
 * @param same whether all of several units have the same weights and bias
 */
record TrainedUnits(int units, int dead, double saturated, boolean same) {
    private static final double SATURATED = 0.05;

    /** @param largestSlope of the activation, 0 for one that does not saturate */
    static TrainedUnits of(Layer layer, ForwardPass pass, int l, double largestSlope) {
        boolean same = same(layer);
        if (!(layer.activation() instanceof ElementwiseActivation each)) {
            return new TrainedUnits(layer.outputs(), 0, 0, same);
        }
        Matrix z = pass.preActivations().get(l);
        double[] slopes = each.derivatives(z.values());
        int units = layer.outputs();
        boolean[] alive = new boolean[units];
        long flat = 0;
        for (int i = 0; i < slopes.length; i++) {
            alive[i % units] |= slopes[i] != 0;
            flat += Math.abs(slopes[i]) < SATURATED * largestSlope ? 1 : 0;
        }
        int dead = 0;
        for (boolean one : alive) {
            dead += one ? 0 : 1;
        }
        return new TrainedUnits(units, dead, (double) flat / slopes.length, same);
    }

    private static boolean same(Layer layer) {
        double[] weights = layer.weights().values();
        int inputs = layer.inputs();
        for (int i = inputs; i < weights.length; i++) {
            if (weights[i] != weights[i - inputs]) {
                return false;
            }
        }
        for (int j = 1; j < layer.outputs(); j++) {
            if (layer.biases()[j] != layer.biases()[j - 1]) {
                return false;
            }
        }
        return layer.outputs() > 1;
    }
}
