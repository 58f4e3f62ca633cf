/**
 * Markov chain Monte Carlo on a log density given as an expression: {@link org.mlmath.stats.bayes.mcmc.PosteriorSampling}.
 *
 * <p>Conventions: {@code sum(…)} of one argument sums over the observations of the data in it; data stand nowhere else unless they are a
 * single number; {@code n} is the number of observations where nothing else has that name.
 */
package org.mlmath.stats.bayes.mcmc;
