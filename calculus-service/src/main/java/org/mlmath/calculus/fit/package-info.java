/**
 * Curves fitted to data: {@code curve-fit}. Parameters and their standard errors are by name, the covariance and the points of the
 * trajectory in the order in which the parameters are given. Start at {@link org.mlmath.calculus.fit.CurveFit}.
 */
package org.mlmath.calculus.fit;
