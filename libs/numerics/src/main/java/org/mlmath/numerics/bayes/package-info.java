/**
 * What Bayesian answers are computed from: two posteriors compared exactly or by quadrature
 * ({@link org.mlmath.numerics.bayes.BetaComparison}, {@link org.mlmath.numerics.bayes.StudentComparison}), never by simulation.
 *
 * <p>Conventions: a difference is B − A, a ratio B / A; the loss of an arm is what is expected to be lost by choosing it, E[(other −
 * it)⁺].
 */
package org.mlmath.numerics.bayes;
