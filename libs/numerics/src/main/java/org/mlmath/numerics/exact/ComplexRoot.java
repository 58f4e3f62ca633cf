package org.mlmath.numerics.exact;

/**
 * A complex root of a polynomial.
 *
 * @param re the nearest double, or its neighbour where two are equally near to eight bits more; 0 exactly where the root is purely imaginary
 * @param im likewise; 0 exactly where the root is real
 */
public record ComplexRoot(double re, double im) {}
