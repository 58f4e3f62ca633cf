/**
 * Whether an expression is convex: {@code convexity}, with a proof or two points and their midpoint. Start at
 * {@link org.mlmath.calculus.convexity.Convexity}.
 */
package org.mlmath.calculus.convexity;
