/**
 * Arithmetic without rounding: rational numbers, elimination on integers, ranks by arithmetic modulo primes, polynomials with their
 * factors and roots.
 *
 * <p>A double means the shortest decimal that reads back as it, so 0.1 is 1/10: what the caller wrote, not the binary fraction next
 * to it. Start reading at {@link org.mlmath.numerics.exact.RationalMatrix},
 * {@link org.mlmath.numerics.exact.ExactSystem} and {@link org.mlmath.numerics.exact.Polynomial}.
 */
package org.mlmath.numerics.exact;
