/**
 * Principal components: the orthogonal directions along which data vary most.
 *
 * <p>Observations are rows, variables columns. Components are rows too, of length 1, in the order of falling variance, with the sign of
 * {@link org.mlmath.numerics.linear.Signs}. Variances are squares of singular values of the standardised data over n − 1.
 *
 * <p>Start reading at {@link org.mlmath.numerics.pca.PrincipalAxes}.
 */
package org.mlmath.numerics.pca;
