package org.mlmath.numerics.mcmc;

/**
 * What one chain has drawn.
 *
 * @param draws of each variable: [variable][iteration]
 * @param logDensities of the variables as they are, without the Jacobian of their bounds, up to a constant
 * @param energies empty for a sampler without momenta
 * @param acceptance mean acceptance probability after the warm-up
 * @param divergences iterations after the warm-up whose trajectory was lost
 * @param saturations iterations after the warm-up whose trajectory was cut off
 * @param stepSize after the warm-up
 * @param evaluations of the log density, warm-up included
 */
public record Chain(
        double[][] draws,
        double[] logDensities,
        double[] energies,
        double acceptance,
        int divergences,
        int saturations,
        double stepSize,
        long evaluations) {}
