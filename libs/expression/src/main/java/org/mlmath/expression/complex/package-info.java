/**
 * Values of expressions just off the real line, where a function of a real variable continues to a function of a complex one. Start at
 * {@link org.mlmath.expression.complex.ComplexEvaluation}.
 */
package org.mlmath.expression.complex;
