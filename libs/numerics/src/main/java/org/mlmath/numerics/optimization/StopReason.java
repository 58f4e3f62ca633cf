package org.mlmath.numerics.optimization;

/** Why a run ended. */
public enum StopReason {
    /** The gradient's norm is at most what was asked for. */
    GRADIENT_NORM,
    /** The last step changed the value by at most what was asked for. */
    VALUE_CHANGE,
    /** The value is at most the target. */
    TARGET,
    /** All steps were made. */
    MAX_ITERATIONS,
    /** The next iterate overflowed: the run ends at the last finite one. */
    DIVERGED,
    /** The next iterate lies where the objective is undefined: the run ends at the last one where it is. */
    UNDEFINED;

    /** @return whether a criterion of {@link StopCriteria} was met */
    public boolean criterion() {
        return this == GRADIENT_NORM || this == VALUE_CHANGE || this == TARGET;
    }
}
