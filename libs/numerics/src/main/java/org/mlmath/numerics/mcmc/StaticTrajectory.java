package org.mlmath.numerics.mcmc;

import java.util.random.RandomGenerator;

/**
 * Hamiltonian Monte Carlo with trajectories of a length drawn uniformly between half and one and a half times π/2, a quarter of the period
 * of a normal target in its own scale: trajectories of one length only would return to where they came from on some targets.
 *
 * <p>Source: R. M. Neal, <i>MCMC using Hamiltonian dynamics</i>, in Handbook of Markov Chain Monte Carlo, 2011.
 */
final class StaticTrajectory extends HamiltonianTransition {
    private static final double LENGTH = Math.PI / 2;
    private static final int MOST_STEPS = 1000;

    private final Kinetics.Point walker;

    StaticTrajectory(Target target, double[] start, ChainSettings settings, RandomGenerator random) {
        super(target, start, settings, random);
        this.walker = new Kinetics.Point(target.dimension());
    }

    @Override
    public Outcome next(RandomGenerator random) {
        kinetics.drawMomentum(point, random);
        double before = kinetics.energy(point);
        walker.set(point);
        double wanted = Math.ceil(LENGTH * (0.5 + random.nextDouble()) / step);
        int steps = (int) Math.clamp(wanted, 1, MOST_STEPS);
        boolean divergent = false;
        int taken = 0;
        while (taken < steps && !divergent) {
            kinetics.leapfrog(walker, step);
            taken++;
            divergent = !(kinetics.energy(walker) - before <= LOST);
        }
        double acceptance = divergent ? 0 : Math.min(1, Math.exp(before - kinetics.energy(walker)));
        if (random.nextDouble() < acceptance) {
            point.set(walker);
        }
        return new Outcome(acceptance, kinetics.energy(point), divergent, wanted > MOST_STEPS, taken);
    }
}
