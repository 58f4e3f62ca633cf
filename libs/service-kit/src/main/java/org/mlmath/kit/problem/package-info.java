/**
 * Failures as problem documents (RFC 9457). Start with {@link org.mlmath.kit.problem.ProblemType}, the list of everything that can
 * go wrong; {@link org.mlmath.kit.problem.Problems} turns any failure into one of them, in one place.
 */
package org.mlmath.kit.problem;
