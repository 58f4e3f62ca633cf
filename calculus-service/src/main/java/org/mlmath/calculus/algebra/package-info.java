/**
 * Computer algebra as the service keeps it: begun when the service has started, and watched. Start at
 * {@link org.mlmath.calculus.algebra.AlgebraReadiness}.
 */
package org.mlmath.calculus.algebra;
