/**
 * Networks of dense layers: forward and backward through a batch, on the matrix kernel. A batch has an example per row; a layer's weights
 * are outputs×inputs, so that its pre-activations are Z = X·Wᵀ + b. Start with {@link org.mlmath.numerics.network.Network}.
 */
package org.mlmath.numerics.network;
