/**
 * Minimisers that look at values alone, as rules of a {@link org.mlmath.numerics.optimization.Minimization}: the simplex method of
 * Nelder and Mead, and the evolution strategy CMA-ES.
 *
 * <p>Where the objective is undefined counts as higher than everywhere else. The gradients in a run's trajectory are recorded for the
 * reader; they may be missing.
 */
package org.mlmath.numerics.optimization.direct;
