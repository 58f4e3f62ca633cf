package org.mlmath.numerics.network;

/**
 * What training came to.
 *
 * @param reason why it ended
 * @param state continues it; its parameters are the last ones
 * @param network with the last parameters or, where they were to be restored, the best
 * @param failedStep number of the step that could not be made, counted from 1; 0 where all could
 */
public record TrainingRun(Reason reason, TrainingState state, Network network, long failedStep) {
    public enum Reason {
        EPOCHS,
        EARLY_STOPPING,
        /** Numbers overflow: what is kept is from before the epoch in which they did. */
        DIVERGED,
        /** The loss has no value at the outputs, which are finite. */
        UNDEFINED
    }
}
