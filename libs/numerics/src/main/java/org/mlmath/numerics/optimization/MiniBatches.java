package org.mlmath.numerics.optimization;

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
    private final EpochOrder order;
    private final long batchesPerEpoch;

    /** @param batchSize from 1 to the number of observations */
    public MiniBatches(SampledObjective whole, int batchSize, long seed) {
        this.whole = whole;
        this.batchSize = batchSize;
        order = new EpochOrder(whole.observations(), seed);
        batchesPerEpoch = Math.ceilDiv(whole.observations(), batchSize);
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
        int from = (int) (steps % batchesPerEpoch) * batchSize;
        int[] observations = order.of(steps / batchesPerEpoch);
        whole.valueAndGradient(observations, from, Math.min(from + batchSize, observations.length), x, gradient);
    }
}
