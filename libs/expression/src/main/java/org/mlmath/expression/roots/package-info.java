/**
 * Real roots of expressions in one variable, with proofs: that each is one, and that there are no others. Polynomials are left to
 * algebra, everything else to intervals. Start at {@link org.mlmath.expression.roots.RealZeros}.
 */
package org.mlmath.expression.roots;
