/**
 * Tests on ranks and signs, which ask little of the shape of the distributions: of two samples
 * ({@link org.mlmath.stats.rank.MannWhitney}), and of one or of pairs ({@link org.mlmath.stats.rank.WilcoxonSignedRank},
 * {@link org.mlmath.stats.rank.SignTest}).
 *
 * <p>With {@code method: "auto"} R 4.2 is followed: exact for fewer than 50 observations without ties, else the approximation.
 * With {@code "exact"} the distribution is that of the midranks observed, ties and all. A two-sided exact p-value is twice the smaller
 * one-sided one, at most 1.
 */
package org.mlmath.stats.rank;
