/**
 * Iterations whose every round is shown: how an eigenvector comes out of multiplying again and again.
 *
 * <p>Start reading at {@link org.mlmath.linalg.iteration.PowerIteration}.
 */
package org.mlmath.linalg.iteration;
