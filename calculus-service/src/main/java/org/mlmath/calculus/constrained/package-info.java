/**
 * Minima under constraints: {@code constrained}. Points are in the order of the variables; multipliers are those of
 * L = f + Σλ·g + Σμ·h with g = 0, h ≤ 0 and μ ≥ 0. Start at {@link org.mlmath.calculus.constrained.ConstrainedMinimization}.
 */
package org.mlmath.calculus.constrained;
