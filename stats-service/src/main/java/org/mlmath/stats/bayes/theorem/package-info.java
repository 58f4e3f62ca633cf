/**
 * Bayes' theorem on finitely many hypotheses: {@link org.mlmath.stats.bayes.theorem.BayesTheorem} on any table, and
 * {@link org.mlmath.stats.bayes.theorem.DiagnosticTest} on that of a test with two outcomes.
 *
 * <p>Conventions: probabilities sum to 1 within 1e-9; pieces of evidence are independent given the hypothesis.
 */
package org.mlmath.stats.bayes.theorem;
