package org.mlmath.expression.differentiate;

import org.mlmath.expression.Expression;

/**
 * One rule applied.
 *
 * @param rule the rule
 * @param chained whether the chain rule was needed with it
 * @param of what was differentiated
 * @param variable by which
 * @param result its derivative, simplified
 */
public record DerivationStep(Rule rule, boolean chained, Expression of, String variable, Expression result) {}
