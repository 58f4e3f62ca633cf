/**
 * Taylor polynomials: coefficients by the arithmetic of power series, exact where they are rational. Start at
 * {@link org.mlmath.calculus.taylor.TaylorPolynomial}.
 *
 * <p>Conventions: powers of the distances from the point, by ascending degree; coefficients are ∂^p f/p!.
 */
package org.mlmath.calculus.taylor;
