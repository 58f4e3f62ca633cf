/**
 * Other forms of the same expression: shorter, multiplied out, in factors, in partial fractions. Start at
 * {@link org.mlmath.calculus.simplify.Simplification}.
 *
 * <p>Polynomials and quotients of polynomials in one variable are computed exactly here, what is beyond them is computer algebra's.
 * Every form is compared with the given expression at points of its domain, and withheld where they differ. Conventions: real
 * numbers; sums by falling powers; what cancels may extend the domain, which a warning says.
 */
package org.mlmath.calculus.simplify;
