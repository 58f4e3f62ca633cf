/**
 * The language of matrices: expressions in symbols with shapes, and their derivatives in matrix form.
 * {@link org.mlmath.expression.matrix.MatrixParser} reads them, {@link org.mlmath.expression.matrix.MatrixDerivative} differentiates.
 *
 * <p>Conventions: a vector is a column; a scalar is 1×1; a transpose is written {@code '} or {@code ^T}, an elementwise product
 * {@code .*}. The derivative of a scalar has the shape of the variable (denominator layout), that of a vector a row per output
 * (numerator layout).
 */
package org.mlmath.expression.matrix;
