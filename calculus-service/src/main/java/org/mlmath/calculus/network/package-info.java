/**
 * Networks of dense layers: what goes through them, the gradients that come back, the gradients checked, and training.
 * A layer's weights are outputs×inputs and its biases as long as it has outputs; its pre-activations are z = W·a + b. Inputs are
 * one example (a vector) or an example per row, and results have the shape of the inputs. The networks themselves are in
 * {@code org.mlmath.numerics.network}; start with {@link org.mlmath.calculus.network.Networks}.
 */
package org.mlmath.calculus.network;
