/**
 * Sums over the integers of a range, finite and infinite: whether they converge, by which test, to what. Start at
 * {@link org.mlmath.calculus.series.SeriesSum}.
 *
 * <p>Convergence is decided by tests whose limits are found from values with error bounds, or said to be undecided; the value of a
 * convergent series comes from an accelerated sum in some sixty digits, checked against a second one, and a formula is given where
 * computer algebra finds one, or the digits are those of one, that agrees.
 */
package org.mlmath.calculus.series;
