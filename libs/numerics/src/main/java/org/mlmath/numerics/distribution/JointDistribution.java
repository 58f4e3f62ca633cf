package org.mlmath.numerics.distribution;

import java.util.random.RandomGenerator;
import org.mlmath.numerics.linear.Matrix;

/** A distribution of a vector. Immutable and thread-safe. */
public interface JointDistribution {
    int dimension();

    /** Logarithm of the density, or of the probability of the vector; −∞ off the support. */
    double logDensity(double[] x);

    double[] sample(RandomGenerator random);

    double[] mean();

    Matrix covariance();

    /** In nats; NaN where it is not computed. */
    double entropy();

    /** Where the density is largest, or null where there is no single such point. */
    double[] mode();
}
