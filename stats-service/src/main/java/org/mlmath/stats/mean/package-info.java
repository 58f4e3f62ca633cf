/**
 * Tests of means. {@link org.mlmath.stats.mean.StudentTTest} computes the three t tests.
 *
 * <p>{@code estimate} of two samples is the mean of a minus the mean of b, of pairs the mean of a − b.
 */
package org.mlmath.stats.mean;
