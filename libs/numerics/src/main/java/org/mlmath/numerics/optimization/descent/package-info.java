/**
 * Minimisers that choose a direction and then how far to go along it: steepest descent, Newton, BFGS, L-BFGS, conjugate gradients
 * and coordinate descent, as rules of a {@link org.mlmath.numerics.optimization.Minimization}.
 *
 * <p>Start at {@link org.mlmath.numerics.optimization.descent.LineSearch}. The learning rate is the length tried first, 1 where the
 * direction has a scale of its own; the search goes on from there, so it seldom matters. A run ends by itself where no lower point
 * can be told from rounding.
 *
 * <p>Source throughout: J. Nocedal, S. J. Wright, <i>Numerical Optimization</i>, 2nd ed.
 */
package org.mlmath.numerics.optimization.descent;
