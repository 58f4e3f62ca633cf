package org.mlmath.numerics.network;

/**
 * All that training needs to go on as if it had never stopped.
 *
 * @param epoch epochs completed
 * @param steps made so far
 * @param parameters as {@link FlatParameters} orders them
 * @param memory the update rule's, null before the first step
 * @param bestLoss the lowest of the losses that are watched, infinite before the first epoch
 * @param bestEpoch at the end of which it was seen, counted from 1; 0 before the first
 * @param bestParameters at that time; null unless they are to be restored
 */
public record TrainingState(
        long epoch,
        long steps,
        double[] parameters,
        double[] memory,
        double bestLoss,
        long bestEpoch,
        double[] bestParameters) {
    public static TrainingState start(Network network) {
        return new TrainingState(0, 0, FlatParameters.of(network), null, Double.POSITIVE_INFINITY, 0, null);
    }
}
