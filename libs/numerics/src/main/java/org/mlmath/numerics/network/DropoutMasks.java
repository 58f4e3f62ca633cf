package org.mlmath.numerics.network;

import java.util.SplittableRandom;

/**
 * The units that one step drops: each unit of a layer with dropout p becomes 0 with probability p, for every example anew, and is
 * multiplied by 1/(1 − p) otherwise, so that its mean stays. What is dropped follows from the seed and the number of the step alone.
 *
 * <p>Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, <i>Dropout: a simple way to prevent neural networks from
 * overfitting</i>, JMLR 15, 2014; inverted, as in {@code torch.nn.Dropout}.
 */
public final class DropoutMasks {
    /** Nothing is dropped. */
    public static final DropoutMasks NONE = new DropoutMasks(new double[0], 0, 0);

    private final double[] rates;
    private final long key;

    /**
     * @param rates p of each layer, in [0, 1)
     * @param step the number of the step
     */
    public DropoutMasks(double[] rates, long seed, long step) {
        this.rates = rates;
        SplittableRandom ofRun = new SplittableRandom(seed);
        ofRun.nextLong(); // the first number is what the shuffling of batches begins with
        key = new SplittableRandom(ofRun.nextLong() + step).nextLong();
    }

    /** Multiplies the activations of layer l, or what is pulled back to them, by 0 or 1/(1 − p): the same each time. */
    void apply(int l, double[] activations) {
        double rate = l < rates.length ? rates[l] : 0;
        if (rate == 0) {
            return;
        }
        SplittableRandom random = new SplittableRandom(key + l);
        double kept = 1 / (1 - rate);
        for (int i = 0; i < activations.length; i++) {
            activations[i] = random.nextDouble() < rate ? 0 : activations[i] * kept;
        }
    }
}
