/**
 * Tests of probabilities of success and the intervals that belong to them; {@link org.mlmath.stats.proportion.ProportionBounds} has
 * the intervals of one proportion, {@link org.mlmath.stats.proportion.BinomialTail} what is exact.
 *
 * <p>Trials come as outcomes 0 and 1 or as counts. {@code estimate} of two samples is the proportion of a minus that of b.
 */
package org.mlmath.stats.proportion;
