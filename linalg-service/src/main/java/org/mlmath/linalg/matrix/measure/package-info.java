/**
 * Numbers that measure a matrix: determinant, trace, rank, norms and condition numbers. The rank is a matter of tolerance, as in
 * NumPy, unless exact arithmetic is asked for; that a determinant is 0 or a condition number infinite is decided from the decimals as
 * given, up to order 64.
 */
package org.mlmath.linalg.matrix.measure;
