/**
 * Analysis of variance, pairwise comparisons after it, and tests of variances. {@link org.mlmath.stats.variance.Groups} are the
 * samples, {@link org.mlmath.stats.variance.Decomposition} their sums of squares between and within.
 */
package org.mlmath.stats.variance;
