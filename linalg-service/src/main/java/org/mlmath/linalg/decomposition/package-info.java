/**
 * Matrices taken apart: singular values, eigenvalues, orthogonal, triangular and polar factors, Schur and Hessenberg forms.
 *
 * <p>Signs, order and phases are fixed (see {@link org.mlmath.numerics.linear.Signs}), so that equal matrices give equal factors:
 * singular values descend, eigenvalues of symmetric matrices ascend, others are ordered by real, then by imaginary part. Each
 * answer is multiplied out again and says in {@code diagnostics} how near it comes.
 *
 * <p>Start reading at {@link org.mlmath.linalg.decomposition.Svd}.
 */
package org.mlmath.linalg.decomposition;
