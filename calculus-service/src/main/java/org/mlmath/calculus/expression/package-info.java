/**
 * Expressions as such: their values. The language is described in {@code docs/expressions.md}. Start at
 * {@link org.mlmath.calculus.expression.EvaluateResource}.
 */
package org.mlmath.calculus.expression;
