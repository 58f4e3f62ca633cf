/**
 * Estimation of a distribution's parameters from data: by maximum likelihood, and by the maximum of the posterior density under priors
 * ({@link org.mlmath.numerics.distribution.PosteriorMode}), with the curves to draw and the derivation to read.
 */
package org.mlmath.stats.estimation;
