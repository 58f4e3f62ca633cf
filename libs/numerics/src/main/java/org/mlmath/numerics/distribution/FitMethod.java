package org.mlmath.numerics.distribution;

/** How parameters are estimated. */
public enum FitMethod {
    /** Maximum likelihood; standard errors from the observed information. */
    MAXIMUM_LIKELIHOOD,
    /** Equating moments with those of the sample (variance with divisor n); standard errors by the delta method. */
    MOMENTS
}
