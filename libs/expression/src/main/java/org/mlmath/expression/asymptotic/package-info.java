/**
 * Limits at infinity, proven: by comparing how fast the parts of an expression grow, and expanding it in powers of the fastest. Start at
 * {@link org.mlmath.expression.asymptotic.LimitAtInfinity}.
 *
 * <p>An expression, near infinity, is a {@code Germ}: a sum of products of powers of x, of exponentials, logarithms and a few functions that
 * are analytic where their arguments go. Source: Gruntz, <i>On Computing Limits in a Symbolic Manipulation System</i>, ETH Zürich 1996.
 */
package org.mlmath.expression.asymptotic;
