package org.mlmath.numerics.optimization;

/**
 * Bounds on the gradient that a rule gets to see. By norm: g ← g·min(1, c/(‖g‖ + 10⁻⁶)), {@code clip_grad_norm_}; by value:
 * every entry into [−c, c], {@code clip_grad_value_}; the norm first where both are given.
 *
 * <p>Source: R. Pascanu, T. Mikolov, Y. Bengio, <i>On the difficulty of training recurrent neural networks</i>, ICML 2013.
 *
 * @param norm positive, infinite for none
 * @param value positive, infinite for none
 */
public record Clipping(double norm, double value) {
    public static final Clipping NONE = new Clipping(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Keeps the division of {@code clip_grad_norm_} away from zero. */
    private static final double NORM_FLOOR = 1e-6;

    void apply(double[] gradient) {
        if (norm < Double.POSITIVE_INFINITY) {
            double factor = norm / (Iterate.norm(gradient) + NORM_FLOOR);
            if (factor < 1) {
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] *= factor;
                }
            }
        }
        if (value < Double.POSITIVE_INFINITY) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = Math.clamp(gradient[i], -value, value);
            }
        }
    }
}
