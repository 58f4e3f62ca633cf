package org.mlmath.numerics.learning;

/** −Σ tₖ ln pₖ of each row, for target probabilities t: one-hot where the class is known. */
public enum CategoricalCrossEntropy implements Loss {
    /** The predictions are the probabilities p. Infinite where what happened had probability 0. */
    OF_PROBABILITIES,
    /** The predictions are logits z, p = softmax(z): the loss is right however far the softmax is saturated. */
    OF_LOGITS;

    @Override
    public int lossesPerRow(int columns) {
        return 1;
    }

    @Override
    public Evaluated evaluate(double[] predictions, double[] targets, int rows, int columns) {
        double[] losses = new double[rows];
        double[] gradient = new double[predictions.length];
        double[] logarithms = new double[columns];
        double[] p = new double[columns];
        for (int i = 0; i < rows; i++) {
            int from = i * columns;
            if (this == OF_LOGITS) {
                SoftmaxActivation.logProbabilities(predictions, from, columns, logarithms, 0);
                SoftmaxActivation.probabilities(predictions, from, columns, p, 0);
            }
            double loss = 0;
            double weight = 0;
            for (int k = 0; k < columns; k++) {
                double t = targets[from + k];
                weight += t;
                if (t != 0) {
                    loss -= t * (this == OF_LOGITS ? logarithms[k] : Math.log(predictions[from + k]));
                }
            }
            losses[i] = loss + 0.0;
            for (int k = 0; k < columns; k++) {
                gradient[from + k] = gradient(predictions[from + k], targets[from + k], weight, p, k);
            }
        }
        return new Evaluated(losses, gradient);
    }

    private double gradient(double prediction, double t, double weight, double[] p, int k) {
        if (this == OF_PROBABILITIES) {
            return t == 0 ? 0 : -t / prediction;
        }
        return t == weight ? -weight * SoftmaxActivation.complement(p, k) : weight * p[k] - t;
    }
}
