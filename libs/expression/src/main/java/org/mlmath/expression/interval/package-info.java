/**
 * Rigorous ranges: bounds that a formula cannot leave over a box, and whether it is defined and continuous on the whole of it. They
 * are what a proof needs that there is a root, exactly one, or none. Start at
 * {@link org.mlmath.expression.interval.IntervalFunction}.
 *
 * <p>Every bound is rounded outwards: sums, products, quotients and square roots by the next double where the operation was not
 * exact, functions by more than their error. The numbers meant are the real ones, so a decimal such as 0.1 is the interval between
 * the two doubles around it. Source: IEEE 1788-2015, whose decorations com/dac, def and trv are
 * {@link org.mlmath.expression.interval.Decoration} here.
 */
package org.mlmath.expression.interval;
