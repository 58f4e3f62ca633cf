/**
 * Derivatives. {@link org.mlmath.expression.differentiate.PartialDerivatives} holds the derivative of every function, written once
 * over an {@link org.mlmath.expression.differentiate.Algebra}: on simplified trees it gives readable derivatives with their
 * derivation, on the nodes of a graph gradients by reverse mode.
 */
package org.mlmath.expression.differentiate;
