/**
 * Minima of smooth functions under smooth constraints. Start at
 * {@link org.mlmath.numerics.optimization.constrained.SequentialQuadraticProgramming}. Multipliers are those of
 * L = f + Σλₖ·gₖ + Σμᵢ·hᵢ, where g = 0, h ≤ 0 and μ ≥ 0.
 */
package org.mlmath.numerics.optimization.constrained;
