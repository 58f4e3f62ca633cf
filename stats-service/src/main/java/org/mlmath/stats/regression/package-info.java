/**
 * Regression: how a target depends on features, with what inference about it needs.
 * {@link org.mlmath.stats.regression.LeastSquaresRegression} computes ordinary, weighted and polynomial regression; the models
 * themselves are fitted by {@code org.mlmath.numerics.regression}.
 *
 * <p>Conventions: the intercept, where there is one, is the first coefficient; columns of a matrix are called x1, x2, …; a column that
 * depends on those before it is aliased, has no estimate, and the model is the one without it; weights are inverse to variances.
 */
package org.mlmath.stats.regression;
