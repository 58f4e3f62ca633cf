package org.mlmath.numerics.mcmc;

/**
 * How chains are run.
 *
 * @param chains at least 1
 * @param warmup iterations that adapt and are thrown away
 * @param draws iterations per chain that are kept
 * @param seed of all chains together
 * @param targetAcceptance mean acceptance probability that the step size is adapted to, in (0, 1)
 * @param maxTreeDepth NUTS stops doubling after so many doublings
 */
public record ChainSettings(
        SamplerKind sampler, int chains, int warmup, int draws, long seed, double targetAcceptance, int maxTreeDepth) {}
