/**
 * Proofs that an expression is 0: it is written as a quotient of polynomials in independent generators (variables, roots,
 * exponentials, sines and cosines of base angles, logarithms of prime factors), where only the polynomial 0 is 0. Start at
 * {@link org.mlmath.expression.identity.Identity}; numbers are the business of
 * {@link org.mlmath.expression.identity.ConstantZero}.
 *
 * <p>What is proven holds up to single points (zeros of denominators, kinks), which a caller looks at by values.
 */
package org.mlmath.expression.identity;
