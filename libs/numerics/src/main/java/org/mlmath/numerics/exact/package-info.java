/**
 * Arithmetic without rounding: rational numbers, elimination on integers, ranks by arithmetic modulo primes.
 *
 * <p>A double means the shortest decimal that reads back as it, so 0.1 is 1/10: what the caller wrote, not the binary fraction next
 * to it. Start reading at {@link org.mlmath.numerics.exact.RationalMatrix} and
 * {@link org.mlmath.numerics.exact.ExactSystem}.
 */
package org.mlmath.numerics.exact;
