/**
 * Values of expressions to any number of digits, with certain error bounds: whatever is rounded is rounded outwards, so that a sign
 * or a difference that shows is proven. Rational values stay exact, and so do the functions' special values (√4, ln 1, sin π/6).
 * Start at {@link org.mlmath.expression.precision.HighPrecision}.
 */
package org.mlmath.expression.precision;
