/**
 * Ranks and what rank tests need: counts of concordant pairs, order statistics of all pairwise differences, and the exact
 * distributions of the usual statistics when all arrangements of the observed ranks are equally likely.
 *
 * <p>Ties have midranks, and the exact distributions are those of the midranks that were observed (conditional on the ties); without
 * ties they are the tabulated ones. All are computed by adding probabilities, never by subtracting, so that small tail
 * probabilities keep their digits. Start reading at {@link org.mlmath.numerics.rank.Ranks} and
 * {@link org.mlmath.numerics.rank.NullDistribution}.
 */
package org.mlmath.numerics.rank;
