/**
 * Probability distributions: densities, both tails with their logarithms, quantiles from either tail or from logarithms,
 * moments, sampling, fitting.
 *
 * <p>Start reading at {@link org.mlmath.numerics.distribution.Distribution}. A family (its parameters, formulas, constructor) is
 * declared as {@code FAMILY} in the file of its distribution and listed in {@link org.mlmath.numerics.distribution.Families}.
 *
 * <p>Conventions: {@code tails(x).lower()} is P(X ≤ x) and {@code upper()} is P(X > x), for discrete variables too. Entropies
 * are in nats, the kurtosis is the excess. Sampling takes any {@link java.util.random.RandomGenerator}; the same generator
 * state gives the same values.
 */
package org.mlmath.numerics.distribution;
