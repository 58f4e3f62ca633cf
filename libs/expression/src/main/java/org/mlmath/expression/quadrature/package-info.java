/**
 * Definite integrals of expressions by values. What numbers alone cannot see is taken from the formula: where it may be singular or
 * have a kink or a peak, how it oscillates far out, and how it looks from a singular end. Start at
 * {@link org.mlmath.expression.quadrature.DefiniteIntegral}.
 */
package org.mlmath.expression.quadrature;
