package org.mlmath.numerics.network;

import java.util.function.IntToDoubleFunction;
import org.mlmath.numerics.learning.Loss;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.sample.CompensatedSum;

/**
 * What a network is judged by: a loss, taken of its outputs or, where output activation and loss belong together, of its last
 * pre-activations: a saturated sigmoid or softmax then has its true loss and its true gradient.
 *
 * @param loss of outputs or, if fused, of pre-activations
 * @param fused whether the output activation is part of the loss
 * @param allowed the predictions of which the loss has a value: it is NaN where one lies outside
 * @param factor what the sum of so many losses is multiplied by: its reciprocal for the mean
 */
public record Criterion(Loss loss, boolean fused, Predictions allowed, IntToDoubleFunction factor) {
    /** What a loss can be taken of. */
    public enum Predictions {
        ANY(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
        PROBABILITIES(0, 1),
        RATES(0, Double.POSITIVE_INFINITY);

        private final double least;
        private final double most;

        Predictions(double least, double most) {
            this.least = least;
            this.most = most;
        }

        private boolean contain(double[] values) {
            boolean inside = true;
            for (double value : values) {
                inside &= value >= least & value <= most;
            }
            return inside;
        }
    }

    /**
     * @param targets of the shape of the outputs
     * @return the loss, and its derivative by the last pre-activations
     */
    public Judgement judge(Network network, ForwardPass pass, Matrix targets) {
        Matrix predictions = predictions(pass);
        Loss.Evaluated evaluated =
                loss.evaluate(predictions.values(), targets.values(), targets.rows(), targets.columns());
        double scale = factor.applyAsDouble(evaluated.losses().length);
        double[] gradient = evaluated.gradient();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= scale;
        }
        Matrix derivative = new Matrix(targets.rows(), targets.columns(), gradient);
        return new Judgement(
                value(predictions, evaluated.losses()), fused ? derivative : network.outputDelta(pass, derivative));
    }

    /** @return whether the loss of several examples is the sum of theirs, not a mean */
    boolean summed() {
        return factor.applyAsDouble(2) == 1;
    }

    /** @return the loss alone */
    public double loss(ForwardPass pass, Matrix targets) {
        Matrix predictions = predictions(pass);
        return value(
                predictions,
                loss.evaluate(predictions.values(), targets.values(), targets.rows(), targets.columns())
                        .losses());
    }

    private Matrix predictions(ForwardPass pass) {
        return fused ? pass.preActivations().getLast() : pass.outputs();
    }

    private double value(Matrix predictions, double[] losses) {
        return allowed.contain(predictions.values()) ? sum(losses) * factor.applyAsDouble(losses.length) : Double.NaN;
    }

    private static double sum(double[] losses) {
        CompensatedSum sum = new CompensatedSum();
        double plain = 0;
        for (double each : losses) {
            sum.add(each);
            plain += each;
        }
        // What compensation makes of an infinity is no number.
        return Double.isFinite(plain) ? sum.value() : plain;
    }

    /**
     * @param loss as one number
     * @param outputDelta ∂L/∂z of the last layer
     */
    public record Judgement(double loss, Matrix outputDelta) {}
}
