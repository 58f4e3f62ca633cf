package org.mlmath.numerics.network;

import java.util.List;
import org.mlmath.numerics.linear.Matrix;

/**
 * The derivatives of a loss L.
 *
 * @param deltas ∂L/∂z of each layer, examples×units
 * @param weightGradients ∂L/∂W of each layer, of the shape of its weights
 * @param biasGradients ∂L/∂b of each layer
 * @param inputGradients ∂L/∂x, examples×inputs; null where it was not asked for
 */
public record BackwardPass(
        List<Matrix> deltas, List<Matrix> weightGradients, List<double[]> biasGradients, Matrix inputGradients) {}
