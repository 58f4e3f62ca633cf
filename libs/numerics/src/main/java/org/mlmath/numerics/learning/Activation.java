package org.mlmath.numerics.learning;

/** The function that a layer applies to its pre-activations z, row by row: a = g(z). */
public sealed interface Activation permits ElementwiseActivation, SoftmaxActivation {
    /**
     * @param z rows×columns, row-major
     * @return g(z), of the same shape
     */
    double[] apply(double[] z, int rows, int columns);

    /**
     * The step of backpropagation through the activation: δ = J(z)ᵀ u for each row.
     *
     * @param z the pre-activations, rows×columns
     * @param upstream u = ∂L/∂a, of the same shape
     * @return ∂L/∂z, of the same shape
     */
    double[] pullBack(double[] z, double[] upstream, int rows, int columns);
}
