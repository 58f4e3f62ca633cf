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
    UNDEFINED,
    /** The gradient vanishes, or the descent that is left is lost in the value's rounding: there is nothing left to do. */
    STATIONARY,
    /** The line search found no lower point: the descent left is too little for the objective's rounding, or there is a kink. */
    NO_DESCENT,
    /** The Hessian is singular at the last iterate, so Newton's step does not exist. */
    SINGULAR_HESSIAN,
    /** The simplex, or the distribution that is sampled, has shrunk until its points cannot be told apart. */
    COLLAPSED;

    /** @return whether a criterion of {@link StopCriteria} was met */
    public boolean criterion() {
        return this == GRADIENT_NORM || this == VALUE_CHANGE || this == TARGET;
    }
}
