/**
 * Taylor polynomials by the arithmetic of truncated power series, in rational numbers as far as these go. Start at
 * {@link org.mlmath.expression.taylor.TaylorExpansion}.
 */
package org.mlmath.expression.taylor;
