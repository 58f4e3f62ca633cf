/**
 * Confidence and prediction intervals. {@link org.mlmath.stats.interval.IntervalOutcome} gathers what they have in common; each family of
 * parameters has its computation. What belongs to a test is computed by the test; formulas that both need are with the test.
 */
package org.mlmath.stats.interval;
