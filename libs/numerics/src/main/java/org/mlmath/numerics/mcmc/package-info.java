/**
 * Markov chain Monte Carlo: {@link org.mlmath.numerics.mcmc.MarkovChains} runs chains of one of three samplers on a log density, each chain
 * with a generator of its own, so that the draws do not depend on the number of threads; {@link org.mlmath.numerics.mcmc.ChainStatistics} says
 * what the draws are worth.
 *
 * <p>Conventions: variables with bounds are sampled as unbounded ones ({@link org.mlmath.numerics.mcmc.BoundedSpace}), with the Jacobian of
 * the transformation; draws are returned as the variables themselves. An undefined or infinite log density counts as probability 0.
 */
package org.mlmath.numerics.mcmc;
