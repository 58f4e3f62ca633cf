package org.mlmath.numerics.learning;

import java.util.function.DoubleBinaryOperator;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.numerics.special.LogDeviance;
import org.mlmath.numerics.special.LogisticFunctions;

/**
 * A loss of each prediction for itself. Losses are right to a few units in the last place, also at logits of ±1000 and at residuals
 * whose squares are tiny; at a kink the derivative is 0 (mae, hinge).
 *
 * @param value ℓ(y, t) of prediction y and target t
 * @param derivative ∂ℓ/∂y
 */
public record ElementwiseLoss(DoubleBinaryOperator value, DoubleBinaryOperator derivative) implements Loss {
    /** (y − t)² */
    public static Loss squaredError() {
        return new ElementwiseLoss((y, t) -> (y - t) * (y - t), (y, t) -> 2 * (y - t));
    }

    /** |y − t| */
    public static Loss absoluteError() {
        return new ElementwiseLoss((y, t) -> Math.abs(y - t), (y, t) -> Math.signum(y - t));
    }

    /**
     * ½(y − t)² up to δ, δ(|y − t| − ½δ) beyond. Source: Huber, <i>Robust estimation of a location parameter</i> (1964).
     *
     * @param delta δ > 0
     */
    public static Loss huber(double delta) {
        return new ElementwiseLoss(
                (y, t) -> {
                    double size = Math.abs(y - t);
                    return size <= delta ? 0.5 * size * size : delta * (size - 0.5 * delta);
                },
                (y, t) -> Math.clamp(y - t, -delta, delta));
    }

    /** ln cosh(y − t) */
    public static Loss logCosh() {
        return new ElementwiseLoss((y, t) -> LogisticFunctions.logCosh(y - t), (y, t) -> Math.tanh(y - t));
    }

    /** −t ln y − (1 − t) ln(1 − y) for a probability y: infinite where what happened had probability 0. */
    public static Loss binaryCrossEntropy() {
        return new ElementwiseLoss(
                (y, t) -> times(t, -Math.log(y)) + times(1 - t, -Math.log1p(-y)) + 0.0,
                (y, t) -> quotient(1 - t, 1 - y) - quotient(t, y));
    }

    /** The same for a logit z, y = σ(z): t ln(1 + e^(−z)) + (1 − t) ln(1 + e^z). */
    public static Loss binaryCrossEntropyOfLogits() {
        return new ElementwiseLoss(
                (z, t) -> times(t, LogisticFunctions.softplus(-z)) + times(1 - t, LogisticFunctions.softplus(z)),
                (z, t) -> times(1 - t, LogisticFunctions.sigmoid(z)) - times(t, LogisticFunctions.sigmoid(-z)));
    }

    /** max(0, 1 − ty), t = ±1 */
    public static Loss hinge() {
        return new ElementwiseLoss((y, t) -> Math.max(0, 1 - t * y), (y, t) -> t * y < 1 ? -t : 0);
    }

    /** max(0, 1 − ty)², t = ±1 */
    public static Loss squaredHinge() {
        return new ElementwiseLoss(
                (y, t) -> {
                    double margin = Math.max(0, 1 - t * y);
                    return margin * margin;
                },
                (y, t) -> -2 * t * Math.max(0, 1 - t * y) + 0.0);
    }

    /** t ln(t/y): a term of the divergence of probabilities y from probabilities t. */
    public static Loss kullbackLeibler() {
        return new ElementwiseLoss(
                (y, t) -> t == 0 ? 0 : t * (Math.abs(y - t) < 0.5 * t ? -Math.log1p((y - t) / t) : Math.log(t / y)),
                (y, t) -> -quotient(t, y) + 0.0);
    }

    /** The same for the logarithm s of the probability: t (ln t − s). */
    public static Loss kullbackLeiblerOfLogarithms() {
        return new ElementwiseLoss((s, t) -> t == 0 ? 0 : t * (Math.log(t) - s), (s, t) -> -t + 0.0);
    }

    /**
     * y − t ln y for a rate y: the negative log-likelihood of the count t, without ln t! unless asked for.
     *
     * @param full with ln t!
     */
    public static Loss poisson(boolean full) {
        return new ElementwiseLoss(
                (y, t) -> full ? -LogDeviance.logPoisson(t, y, t - y) + 0.0 : y - times(t, Math.log(y)),
                (y, t) -> 1 - quotient(t, y));
    }

    /** The same for the logarithm s of a rate: e^s − ts. */
    public static Loss poissonOfLogRates(boolean full) {
        return new ElementwiseLoss(
                (s, t) -> Math.exp(s) - t * s + (full ? GammaFunctions.logGamma(t + 1) : 0), (s, t) -> Math.exp(s) - t);
    }

    /**
     * −α(1 − y)^γ t ln y − (1 − α) y^γ (1 − t) ln(1 − y) for a probability y. Source: Lin, Goyal, Girshick, He and Dollár, <i>Focal
     * loss for dense object detection</i> (2017).
     *
     * @param gamma γ ≥ 0, how much less easy examples count
     * @param alpha α, the weight of the positive class; the negative one has 1 − α
     */
    public static Loss focal(double gamma, double alpha) {
        return new ElementwiseLoss(
                (y, t) ->
                        times(alpha * t, focal(y, 1 - y, gamma)) + times((1 - alpha) * (1 - t), focal(1 - y, y, gamma)),
                (y, t) -> times(alpha * t, focalSlope(y, 1 - y, gamma))
                        - times((1 - alpha) * (1 - t), focalSlope(1 - y, y, gamma)));
    }

    /** The same for a logit z, y = σ(z). */
    public static Loss focalOfLogits(double gamma, double alpha) {
        return new ElementwiseLoss(
                (z, t) -> times(alpha * t, focalOfLogit(z, gamma))
                        + times((1 - alpha) * (1 - t), focalOfLogit(-z, gamma)),
                (z, t) -> times(alpha * t, focalSlopeOfLogit(z, gamma))
                        - times((1 - alpha) * (1 - t), focalSlopeOfLogit(-z, gamma)));
    }

    /** (1 − p)^γ (−ln p), given p and 1 − p */
    private static double focal(double p, double q, double gamma) {
        double weight = Math.pow(q, gamma);
        return weight == 0 ? 0 : weight * -(p > 0.5 ? Math.log1p(-q) : Math.log(p));
    }

    /** d/dp of {@link #focal(double, double, double)}: γ(1 − p)^(γ−1) ln p − (1 − p)^γ / p */
    private static double focalSlope(double p, double q, double gamma) {
        double weight = gamma == 0 ? 0 : gamma * Math.pow(q, gamma - 1);
        double logarithm = p > 0.5 ? Math.log1p(-q) : Math.log(p);
        return (logarithm == 0 ? 0 : times(weight, logarithm)) - Math.pow(q, gamma) / p;
    }

    private static double focalOfLogit(double z, double gamma) {
        return times(Math.exp(-gamma * LogisticFunctions.softplus(z)), LogisticFunctions.softplus(-z));
    }

    /** d/dz of {@link #focalOfLogit}: −(1 − p)^γ (γ p (−ln p) + 1 − p) */
    private static double focalSlopeOfLogit(double z, double gamma) {
        double weight = Math.exp(-gamma * LogisticFunctions.softplus(z));
        double p = LogisticFunctions.sigmoid(z);
        double inner = gamma * times(p, LogisticFunctions.softplus(-z)) + LogisticFunctions.sigmoid(-z);
        return -times(weight, inner);
    }

    /** A weight of zero leaves nothing, of infinity neither. */
    private static double times(double weight, double value) {
        return weight == 0 ? 0 : weight * value;
    }

    private static double quotient(double weight, double value) {
        return weight == 0 ? 0 : weight / value;
    }

    @Override
    public int lossesPerRow(int columns) {
        return columns;
    }

    @Override
    public Evaluated evaluate(double[] predictions, double[] targets, int rows, int columns) {
        double[] losses = new double[predictions.length];
        double[] gradient = new double[predictions.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = value.applyAsDouble(predictions[i], targets[i]);
            gradient[i] = derivative.applyAsDouble(predictions[i], targets[i]);
        }
        return new Evaluated(losses, gradient);
    }
}
