/**
 * Integrals of functions of one number, given as values: adaptive Gauss-Kronrod quadrature for what is smooth piece by piece
 * ({@link org.mlmath.numerics.integration.AdaptiveQuadrature}), double exponential rules for singular ends and infinite ranges
 * ({@link org.mlmath.numerics.integration.DoubleExponential}), extrapolation
 * ({@link org.mlmath.numerics.integration.GeometricPanels}, {@link org.mlmath.numerics.integration.LevinTransform}), and how a
 * function behaves where it has no value ({@link org.mlmath.numerics.integration.EndpointBehaviour}).
 *
 * <p>Undefined values are NaN, and infinite ones infinite; neither is ever summed: a result that met one where it counts has not
 * converged.
 */
package org.mlmath.numerics.integration;
