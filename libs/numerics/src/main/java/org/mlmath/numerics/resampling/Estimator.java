package org.mlmath.numerics.resampling;

/** A number computed from one sample or two. */
@FunctionalInterface
public interface Estimator {
    /**
     * @param samples one or two, which it may reorder
     * @return NaN where it is undefined
     */
    double of(double[][] samples);
}
