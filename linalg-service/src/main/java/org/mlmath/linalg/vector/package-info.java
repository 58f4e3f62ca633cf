/**
 * Vectors: products, lengths, distances, projections, independence, orthogonalisation.
 *
 * <p>Sums of products run in twice the working precision and at the scale of the entries, so that neither cancellation nor the squares
 * of 1e-300 and 1e300 spoil them. What depends on whether a vector is a combination of others is computed in fractions for small
 * inputs. A list of vectors is a matrix whose rows they are.
 *
 * <p>Start reading at {@link org.mlmath.linalg.vector.InnerProduct}.
 */
package org.mlmath.linalg.vector;
