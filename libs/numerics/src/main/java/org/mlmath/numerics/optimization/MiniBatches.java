package org.mlmath.numerics.optimization;

import java.util.SplittableRandom;

/**
 * An objective whose steps see the gradient of a few observations at a time. The observations are shuffled anew for each epoch and
 * dealt out in batches, the last one smaller where they do not divide. Values, and the gradients that are recorded and judged,
 * remain those of the whole.
 *
 * <p>Which observations a step sees follows from the seed and the number of the step alone, so a run can be continued.
 *
 * <p>Source: H. Robbins, S. Monro, <i>A Stochastic Approximation Method</i>, Annals of Mathematical Statistics 22(3), 1951.
 */
public final class MiniBatches implements DifferentiableFunction {
    private final SampledObjective whole;
    private final int batchSize;
    private final long seed;
    private final int[] order;
    private final long batchesPerEpoch;
    private long epochInOrder = -1;

    /** @param batchSize from 1 to the number of observations */
    public MiniBatches(SampledObjective whole, int batchSize, long seed) {
        this.whole = whole;
        this.batchSize = batchSize;
        this.seed = seed;
        order = new int[whole.observations()];
        batchesPerEpoch = Math.ceilDiv(order.length, batchSize);
    }

    @Override
    public int dimension() {
        return whole.dimension();
    }

    @Override
    public double value(double[] x) {
        return whole.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        return whole.valueAndGradient(x, gradient);
    }

    /** Fills in the gradient that the step after so many steps sees. */
    void batchGradient(long steps, double[] x, double[] gradient) {
        long epoch = steps / batchesPerEpoch;
        if (epoch != epochInOrder) {
            shuffle(epoch);
        }
        int from = (int) (steps % batchesPerEpoch) * batchSize;
        whole.valueAndGradient(order, from, Math.min(from + batchSize, order.length), x, gradient);
    }

    /** Fisher–Yates from the identity, with a generator of the epoch's own. */
    private void shuffle(long epoch) {
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + epoch);
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        epochInOrder = epoch;
    }
}
