/**
 * Ways of computing a derivative side by side, over step sizes, with their errors. Start at
 * {@link org.mlmath.calculus.comparison.DifferentiationComparison}.
 *
 * <p>Conventions: errors are absolute, |value − reference|, the reference being the derivative at the double that the point is, to 30 digits.
 */
package org.mlmath.calculus.comparison;
