package org.mlmath.numerics.learning;

/**
 * tₖ ln(tₖ/pₖ) for logits z, p = softmax(z): the terms of the divergence of p from probabilities t, right however far the softmax is
 * saturated. A term depends on all logits of its row, so the gradient is that of their sum.
 */
public record SoftmaxDivergence() implements Loss {
    private static final Loss OF_LOGARITHMS = ElementwiseLoss.kullbackLeiblerOfLogarithms();

    @Override
    public int lossesPerRow(int columns) {
        return columns;
    }

    @Override
    public Evaluated evaluate(double[] predictions, double[] targets, int rows, int columns) {
        double[] logarithms = SoftmaxActivation.LOG_SOFTMAX.apply(predictions, rows, columns);
        Evaluated inner = OF_LOGARITHMS.evaluate(logarithms, targets, rows, columns);
        return new Evaluated(
                inner.losses(), SoftmaxActivation.LOG_SOFTMAX.pullBack(predictions, inner.gradient(), rows, columns));
    }
}
