/**
 * Derivatives and gradients: symbolic, simplified, with the rules that led to them, and their values by reverse-mode
 * differentiation of the original formula. Each is checked against the other at sample points. Start at
 * {@link org.mlmath.calculus.derivative.Derivatives}.
 *
 * <p>Conventions: at a kink the value is that of sgn 0 = 0, relu′(0) = 0 and the first of equal arguments, and a warning says so.
 */
package org.mlmath.calculus.derivative;
