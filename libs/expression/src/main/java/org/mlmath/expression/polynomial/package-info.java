/**
 * Formulas that are polynomials or quotients of polynomials with rational coefficients, as such: where algebra answers exactly. Start
 * at {@link org.mlmath.expression.polynomial.RationalFunction}.
 */
package org.mlmath.expression.polynomial;
