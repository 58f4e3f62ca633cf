/**
 * Inverses: of a square matrix that has one, and the Moore–Penrose inverse of any. Whether a matrix is singular is a question about
 * the decimals as given, decided without rounding up to order 64.
 */
package org.mlmath.linalg.matrix.inverse;
