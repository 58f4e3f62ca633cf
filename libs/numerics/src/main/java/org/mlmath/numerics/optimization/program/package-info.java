/**
 * Linear and quadratic programs: a linear or convex quadratic function made as small as possible where linear inequalities,
 * equations and bounds hold. Start at {@link org.mlmath.numerics.optimization.program.LinearProgram}.
 *
 * <p>Multipliers are those of L = f + Σμᵢ·(aᵢx − bᵢ) + Σλₖ·(eₖx − fₖ) + Σνⱼ·(lⱼ − xⱼ) + Σωⱼ·(xⱼ − uⱼ), where μ, ν, ω are not negative.
 */
package org.mlmath.numerics.optimization.program;
