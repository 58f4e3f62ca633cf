/**
 * Conjugate families: the posterior is of the prior's family, with parameters that count the data in. Each family has its class:
 * {@link org.mlmath.stats.bayes.conjugate.BetaBinomial}, {@link org.mlmath.stats.bayes.conjugate.GammaPoisson},
 * {@link org.mlmath.stats.bayes.conjugate.NormalNormal}, {@link org.mlmath.stats.bayes.conjugate.NormalUnknownVariance},
 * {@link org.mlmath.stats.bayes.conjugate.DirichletMultinomial}.
 *
 * <p>Conventions: a prior may be improper as long as the posterior is not, but then there is neither marginal likelihood nor Bayes factor;
 * the mode is null where the density has none; {@code highestDensityRegion} has two parts where the posterior is U-shaped, and
 * {@code highestDensityInterval} is null there.
 *
 * <p>Source: A. Gelman and others, <i>Bayesian Data Analysis</i>, 3rd ed., chapters 2 and 3.
 */
package org.mlmath.stats.bayes.conjugate;
