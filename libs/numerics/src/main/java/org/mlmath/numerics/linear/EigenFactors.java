package org.mlmath.numerics.linear;

/**
 * A·V = V·diag(λ).
 *
 * @param values in the library's order, conjugate pairs next to each other; imaginary parts null when all are real
 * @param vectors columns of 2-norm 1, or null when none were asked for; real when all the values are
 */
public record EigenFactors(ComplexVector values, ComplexMatrix vectors) {}
