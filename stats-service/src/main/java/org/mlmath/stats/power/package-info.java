/**
 * Power analysis: effect size, sample size, significance level and power determine one another. A {@link
 * org.mlmath.stats.power.PowerModel} knows the power of one kind of test, from noncentral distributions;
 * {@link org.mlmath.stats.power.PowerAnalysis} solves for whichever of the four is missing.
 *
 * <p>Sample sizes are per group and real; the whole number to plan with stands beside them.
 */
package org.mlmath.stats.power;
