/**
 * Sums of squares of nonlinear functions, made as small as possible: fits of curves. Start at
 * {@link org.mlmath.numerics.optimization.leastsquares.LevenbergMarquardt}. Jacobians have a row per residual and a column per
 * parameter.
 */
package org.mlmath.numerics.optimization.leastsquares;
