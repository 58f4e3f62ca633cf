/**
 * The four fundamental subspaces of a matrix: null space, row space, column space, left null space.
 *
 * <p>A basis is a list of vectors, a matrix whose rows they are. In floating point it is orthonormal, from the singular value
 * decomposition; in fractions it is what the echelon form gives. Start reading at {@link org.mlmath.linalg.subspace.Subspace}.
 */
package org.mlmath.linalg.subspace;
