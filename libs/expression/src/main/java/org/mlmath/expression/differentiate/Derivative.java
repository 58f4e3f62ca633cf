package org.mlmath.expression.differentiate;

import java.util.List;
import org.mlmath.expression.Expression;

/**
 * A derivative and how it was found.
 *
 * @param expression simplified
 * @param steps innermost first; the last one is about the whole. A part that occurs again is not explained again
 */
public record Derivative(Expression expression, List<DerivationStep> steps) {}
