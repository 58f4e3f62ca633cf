/**
 * Limits at points and at infinity, from both sides or one. Start at {@link org.mlmath.calculus.limit.Limits}.
 *
 * <p>Two ways that know nothing of each other: rules and computer algebra find an exact value, and values of the function ever
 * nearer to the point, computed with error bounds to forty digits and more, say where it goes. An exact value is given only where
 * the numbers go there too. Conventions: limits in the extended real numbers exist; where the function is defined on one side of
 * the point only, the limit is from that side.
 */
package org.mlmath.calculus.limit;
