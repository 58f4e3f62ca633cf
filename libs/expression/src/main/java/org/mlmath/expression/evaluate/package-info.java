/**
 * Single values, with an explanation where there is none: {@link org.mlmath.expression.evaluate.Evaluation}. Many values of one
 * expression are the business of {@code compile}.
 */
package org.mlmath.expression.evaluate;
