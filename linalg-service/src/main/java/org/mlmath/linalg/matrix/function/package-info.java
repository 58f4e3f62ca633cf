/**
 * Functions of square matrices: exponential, logarithm, square root, sine and cosine, the principal branch of each. A real matrix with
 * a negative eigenvalue has a complex logarithm and a complex square root. Start reading at
 * {@link org.mlmath.linalg.matrix.function.MatrixFunction}.
 */
package org.mlmath.linalg.matrix.function;
