package org.mlmath.numerics.optimization;

/**
 * The learning rate as a function of the steps made so far: step t + 1, which leads from iterate t to iterate t + 1, uses
 * {@code rate(base, t)}. These are the closed forms of {@code torch.optim.lr_scheduler} stepped once per optimiser step, so a
 * run can be continued anywhere.
 */
public sealed interface Schedule {
    /**
     * @param base the method's learning rate η
     * @param steps t, the steps made so far
     */
    double rate(double base, long steps);

    /** η throughout. */
    record Constant() implements Schedule {
        @Override
        public double rate(double base, long steps) {
            return base;
        }
    }

    /** η·γ^⌊t/every⌋, {@code StepLR}. */
    record Step(long every, double gamma) implements Schedule {
        @Override
        public double rate(double base, long steps) {
            return base * StrictMath.pow(gamma, steps / every);
        }
    }

    /** η·γᵗ, {@code ExponentialLR}. */
    record Exponential(double gamma) implements Schedule {
        @Override
        public double rate(double base, long steps) {
            return base * StrictMath.pow(gamma, steps);
        }
    }

    /**
     * μ + (η−μ)(1 + cos(πt/T))/2, {@code CosineAnnealingLR}: falls to μ in T steps and, as torch's, rises again after them.
     * Source: I. Loshchilov, F. Hutter, <i>SGDR: Stochastic Gradient Descent with Warm Restarts</i>, ICLR 2017.
     */
    record Cosine(long period, double minimum) implements Schedule {
        @Override
        public double rate(double base, long steps) {
            return minimum + (base - minimum) * (1 + StrictMath.cos(Math.PI * steps / period)) / 2;
        }
    }

    /** η/(1 + κt), {@code LambdaLR} with that factor, Keras's {@code InverseTimeDecay} with one decay step. */
    record InverseTime(double decay) implements Schedule {
        @Override
        public double rate(double base, long steps) {
            return base / (1 + decay * steps);
        }
    }

    /**
     * η·(s + (1−s)·t/length) for the first {@code length} steps, {@code LinearLR}; from there on {@code then}, counting from its
     * own beginning, {@code SequentialLR}.
     */
    record WarmUp(long length, double startFactor, Schedule then) implements Schedule {
        @Override
        public double rate(double base, long steps) {
            return steps < length
                    ? base * (startFactor + (1 - startFactor) * steps / length)
                    : then.rate(base, steps - length);
        }
    }
}
