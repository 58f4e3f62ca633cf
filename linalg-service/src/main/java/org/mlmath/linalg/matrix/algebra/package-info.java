/**
 * The algebra of matrices: product, sum, difference, entrywise and Kronecker product, transpose and integer powers. A product is summed
 * in twice the precision while it is small, and by the kernel otherwise.
 */
package org.mlmath.linalg.matrix.algebra;
