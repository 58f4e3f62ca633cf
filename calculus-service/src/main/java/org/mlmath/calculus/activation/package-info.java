/**
 * Activation functions of networks with their derivatives, and the list of them with formulas. An array's rows are examples; softmax works
 * row by row. The functions themselves are in {@code org.mlmath.numerics.learning}; start with {@link org.mlmath.calculus.activation.ActivationName}.
 */
package org.mlmath.calculus.activation;
