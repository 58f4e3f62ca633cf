/**
 * Minimisers: rules that move a point downhill, and the runs they make.
 *
 * <p>Start at {@link org.mlmath.numerics.optimization.Minimization}, the run; an
 * {@link org.mlmath.numerics.optimization.UpdateRule} is one method. Points are plain arrays, gradient norms are Euclidean, the
 * start is iteration 0, and the smallest value seen is kept beside the last one. Rules that search along directions are in
 * {@code descent}, those that look at values alone in {@code direct}.
 */
package org.mlmath.numerics.optimization;
