/**
 * What a matrix is: its characteristic polynomial, its definiteness as a quadratic form, and its properties at one view.
 *
 * <p>Up to order 64 decisions are about the decimals as given, without rounding: ranks modulo primes, signs of eigenvalues from the
 * characteristic polynomial. Start reading at {@link org.mlmath.linalg.property.MatrixProperties}.
 */
package org.mlmath.linalg.property;
