/**
 * Models fitted to data: least squares with weights and penalties, logistic and softmax regression.
 *
 * <p>Start at {@link org.mlmath.numerics.regression.Design}, what is regressed on, and
 * {@link org.mlmath.numerics.regression.LinearFit}, which ordinary, polynomial, ridge and Bayesian regression share. Columns are
 * brought to a common scale first and orthogonalised in twice the working precision while that is affordable; a column that adds
 * nothing to those before it is aliased: its coefficient is NaN.
 */
package org.mlmath.numerics.regression;
