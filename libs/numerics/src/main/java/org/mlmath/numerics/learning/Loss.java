package org.mlmath.numerics.learning;

/** How wrong predictions are, with the derivative by the predictions: of the sum of the losses, not of their mean. */
public sealed interface Loss permits ElementwiseLoss, CategoricalCrossEntropy, SoftmaxDivergence {
    /** @return how many losses a row of so many predictions has: one per prediction, or one for the row */
    int lossesPerRow(int columns);

    /**
     * @param predictions rows×columns, row-major
     * @param targets of the same shape
     */
    Evaluated evaluate(double[] predictions, double[] targets, int rows, int columns);

    /**
     * @param losses rows×{@link #lossesPerRow}, row-major
     * @param gradient ∂(Σ losses)/∂predictions, of the shape of the predictions
     */
    record Evaluated(double[] losses, double[] gradient) {}
}
