package org.mlmath.numerics.learning;

import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.special.ErrorFunctions;
import org.mlmath.numerics.special.LogisticFunctions;

/**
 * An activation of each number for itself.
 *
 * <p>Values and derivatives are right to a few units in the last place wherever they are representable, far into saturation too.
 * At a kink the derivative is the one from below: 0 for relu, the slope for leaky-relu.
 *
 * @param value g
 * @param derivative g′
 */
public record ElementwiseActivation(DoubleUnaryOperator value, DoubleUnaryOperator derivative) implements Activation {
    /** λ and α of Klambauer, Unterthiner, Mayr and Hochreiter, <i>Self-normalizing neural networks</i> (2017), appendix A. */
    private static final double SELU_SCALE = 1.0507009873554804934193349852946;

    private static final double SELU_ALPHA = 1.6732632423543772848170429916717;

    /** √(2/π), and the coefficient of Hendrycks and Gimpel, <i>Gaussian error linear units</i> (2016). */
    private static final double GELU_FACTOR = 0.79788456080286535588;

    private static final double GELU_CUBIC = 0.044715;

    public static Activation linear() {
        return new ElementwiseActivation(z -> z, z -> 1);
    }

    public static Activation sigmoid() {
        return new ElementwiseActivation(LogisticFunctions::sigmoid, LogisticFunctions::sigmoidDerivative);
    }

    public static Activation tanh() {
        return new ElementwiseActivation(Math::tanh, LogisticFunctions::tanhDerivative);
    }

    public static Activation relu() {
        return new ElementwiseActivation(z -> Math.max(z, 0), z -> z > 0 ? 1 : 0);
    }

    /** @param slope of the negative side */
    public static Activation leakyRelu(double slope) {
        return new ElementwiseActivation(z -> z > 0 ? z : slope * z + 0.0, z -> z > 0 ? 1 : slope);
    }

    /** @param alpha minus the limit on the negative side */
    public static Activation elu(double alpha) {
        return new ElementwiseActivation(
                z -> z > 0 ? z : alpha * Math.expm1(z) + 0.0, z -> z > 0 ? 1 : alpha * Math.exp(z));
    }

    public static Activation selu() {
        double limit = SELU_SCALE * SELU_ALPHA;
        return new ElementwiseActivation(
                z -> z > 0 ? SELU_SCALE * z : limit * Math.expm1(z) + 0.0,
                z -> z > 0 ? SELU_SCALE : limit * Math.exp(z));
    }

    /** z Φ(z), Φ the standard normal distribution function. */
    public static Activation gelu() {
        return new ElementwiseActivation(
                z -> z * ErrorFunctions.normalProbability(z) + 0.0,
                z -> ErrorFunctions.normalProbability(z) + z * ErrorFunctions.normalDensity(z));
    }

    /** z σ(2u), u = √(2/π) (z + 0.044715 z³): the approximation ½z (1 + tanh u), without its cancellation. */
    public static Activation geluByTanh() {
        return new ElementwiseActivation(
                z -> timesSigmoid(z, 2 * geluArgument(z)), ElementwiseActivation::geluByTanhDerivative);
    }

    /** z σ(z), also called swish. */
    public static Activation silu() {
        return new ElementwiseActivation(z -> timesSigmoid(z, z), z -> {
            double sigmoid = LogisticFunctions.sigmoid(z);
            return sigmoid == 0 ? 0 : sigmoid * (1 + z * LogisticFunctions.sigmoid(-z));
        });
    }

    public static Activation softplus() {
        return new ElementwiseActivation(LogisticFunctions::softplus, LogisticFunctions::sigmoid);
    }

    public static Activation softsign() {
        return new ElementwiseActivation(
                z -> Math.abs(z) == Double.POSITIVE_INFINITY ? Math.signum(z) : z / (1 + Math.abs(z)), z -> {
                    double size = 1 + Math.abs(z);
                    return 1 / size / size; // squared it could overflow
                });
    }

    private static double geluArgument(double z) {
        return GELU_FACTOR * (z + GELU_CUBIC * z * z * z);
    }

    private static double geluByTanhDerivative(double z) {
        double u = 2 * geluArgument(z);
        double slope = 2 * GELU_FACTOR * (1 + 3 * GELU_CUBIC * z * z);
        double bell = LogisticFunctions.sigmoidDerivative(u);
        return LogisticFunctions.sigmoid(u) + (bell == 0 ? 0 : z * slope * bell);
    }

    /** z σ(u), where u is far below zero: 0 and not −0. */
    private static double timesSigmoid(double z, double u) {
        return z * LogisticFunctions.sigmoid(u) + 0.0;
    }

    @Override
    public double[] apply(double[] z, int rows, int columns) {
        double[] a = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            a[i] = value.applyAsDouble(z[i]);
        }
        return a;
    }

    @Override
    public double[] pullBack(double[] z, double[] upstream, int rows, int columns) {
        double[] delta = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            delta[i] = upstream[i] * derivative.applyAsDouble(z[i]);
        }
        return delta;
    }

    /** @return g′(z), entry by entry */
    public double[] derivatives(double[] z) {
        double[] slopes = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            slopes[i] = derivative.applyAsDouble(z[i]);
        }
        return slopes;
    }
}
