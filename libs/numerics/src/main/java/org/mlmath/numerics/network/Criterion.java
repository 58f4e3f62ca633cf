package org.mlmath.numerics.network;

import org.mlmath.numerics.learning.Loss;
import org.mlmath.numerics.linear.Matrix;

/**
 * What a network is judged by: the mean of a loss, taken of its outputs or, where output activation and loss belong together, of its last
 * pre-activations: a saturated sigmoid or softmax then has its true loss and its true gradient.
 *
 * @param loss of outputs or, if fused, of pre-activations
 * @param fused whether the output activation is part of the loss
 * @param factor by which the mean is multiplied: 1, or ½ for the half mean
 */
public record Criterion(Loss loss, boolean fused, double factor) {
    /** @return the loss with the output layer's activation in it where the two belong together */
    public static Criterion of(Loss ofOutputs, Loss ofLogits, boolean together, double factor) {
        return new Criterion(together ? ofLogits : ofOutputs, together, factor);
    }

    /**
     * @param targets of the shape of the outputs
     * @return the mean loss, and its derivative by the last pre-activations
     */
    public Judgement judge(Network network, ForwardPass pass, Matrix targets) {
        Matrix predictions = fused ? pass.preActivations().getLast() : pass.outputs();
        int rows = predictions.rows();
        int columns = predictions.columns();
        Loss.Evaluated evaluated = loss.evaluate(predictions.values(), targets.values(), rows, columns);
        double scale = factor / evaluated.losses().length;
        double sum = 0;
        for (double each : evaluated.losses()) {
            sum += each;
        }
        double[] gradient = evaluated.gradient();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= scale;
        }
        Matrix derivative = new Matrix(rows, columns, gradient);
        return new Judgement(
                sum * scale, evaluated.losses(), fused ? derivative : network.outputDelta(pass, derivative));
    }

    /**
     * @param loss the mean
     * @param losses what it is the mean of
     * @param outputDelta ∂L/∂z of the last layer
     */
    public record Judgement(double loss, double[] losses, Matrix outputDelta) {}
}
