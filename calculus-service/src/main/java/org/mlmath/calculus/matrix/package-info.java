/**
 * Derivatives in matrix form: quadratic forms, traces, norms, determinants, losses. Start at
 * {@link org.mlmath.calculus.matrix.MatrixGradient}; the language is that of {@code org.mlmath.expression.matrix}.
 *
 * <p>Conventions: vectors are columns; the derivative of a scalar has the shape of the variable, that of a vector a row per output.
 */
package org.mlmath.calculus.matrix;
