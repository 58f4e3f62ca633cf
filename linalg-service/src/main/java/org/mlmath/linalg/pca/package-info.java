/**
 * Principal component analysis: fitted to data, applied to others, and undone.
 *
 * <p>Observations are rows, variables columns; components are rows of length 1 whose first largest entry is positive, scores follow.
 * Variances have the divisor n − 1. What {@code fit} returns is the model that {@code transform} and {@code reconstruct} take.
 *
 * <p>Start reading at {@link org.mlmath.linalg.pca.Pca}.
 */
package org.mlmath.linalg.pca;
