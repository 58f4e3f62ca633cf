/**
 * Hypothesis tests. Each is an operation of its own; {@link org.mlmath.stats.hypothesis.StudentTTest} computes the three t
 * tests.
 *
 * <p>Conventions: {@code estimate} of two samples is a minus b; the confidence interval belongs to the alternative and so has one
 * finite end for a one-sided test; {@code rejectNull} compares the p-value with alpha; an {@code interpretation} never
 * speaks of the probability that a hypothesis is true.
 */
package org.mlmath.stats.hypothesis;
