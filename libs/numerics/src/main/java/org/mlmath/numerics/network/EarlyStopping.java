package org.mlmath.numerics.network;

/**
 * When training ends before its last epoch: when the loss that is watched (of the validation data where there are some) has not fallen
 * for a while.
 *
 * @param patience epochs without a new best, at least 1
 * @param minDelta by how much a loss must be below the best to count
 * @param restoreBest whether the network at the best epoch is given back
 */
public record EarlyStopping(long patience, double minDelta, boolean restoreBest) {}
