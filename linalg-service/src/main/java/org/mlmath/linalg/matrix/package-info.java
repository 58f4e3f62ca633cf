/**
 * What is done with whole matrices: products and sums ({@link org.mlmath.linalg.matrix.algebra}), inverses
 * ({@link org.mlmath.linalg.matrix.inverse}), numbers that measure them ({@link org.mlmath.linalg.matrix.measure}) and functions of them
 * ({@link org.mlmath.linalg.matrix.function}). Here stands what these share.
 *
 * <p>Overflow counts as undefined: an entry beyond the largest double is null, with a warning; what overflows only on the way to an
 * answer does not. "Singular" is a statement about the decimals as given, decided without rounding up to order 64.
 */
package org.mlmath.linalg.matrix;
