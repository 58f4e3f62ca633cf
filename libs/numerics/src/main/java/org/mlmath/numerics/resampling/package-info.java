/**
 * Resampling: bootstrap distributions and intervals, permutation tests.
 *
 * <p>Draws come in blocks, each with a generator of its own that follows from the seed and the number of the block alone, so the same
 * seed gives the same numbers whatever the number of threads. Start reading at {@link org.mlmath.numerics.resampling.Bootstrap} and
 * {@link org.mlmath.numerics.resampling.PermutationTest}.
 */
package org.mlmath.numerics.resampling;
