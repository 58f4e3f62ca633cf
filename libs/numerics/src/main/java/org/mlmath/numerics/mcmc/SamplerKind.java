package org.mlmath.numerics.mcmc;

/** The samplers there are. */
public enum SamplerKind {
    METROPOLIS,
    HMC,
    NUTS
}
