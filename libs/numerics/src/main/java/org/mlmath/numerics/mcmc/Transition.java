package org.mlmath.numerics.mcmc;

import java.util.random.RandomGenerator;

/** A sampler's state for one chain, and how it goes on. */
interface Transition {
    /**
     * What one iteration came to.
     *
     * @param acceptance the mean acceptance probability of what was proposed
     * @param energy of the new point with its momentum; NaN for a sampler without momenta
     * @param divergent whether the integrator lost the trajectory
     * @param saturated whether the trajectory was cut off at its greatest length
     * @param steps of the integrator
     */
    record Outcome(double acceptance, double energy, boolean divergent, boolean saturated, int steps) {}

    /** The place in unbounded variables; not to be changed. */
    double[] position();

    double logDensity();

    Outcome next(RandomGenerator random);

    /** Takes in one iteration of the warm-up. */
    void adapt(int iteration, Outcome outcome, RandomGenerator random);

    /** The warm-up is over. */
    void settle();

    double stepSize();
}
