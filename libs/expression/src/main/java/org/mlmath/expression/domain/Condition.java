package org.mlmath.expression.domain;

import org.mlmath.expression.Expression;

/**
 * What must hold for a part of an expression to have a value.
 *
 * @param requirement true or false (1 or 0), as {@code x - 1 != 0}
 * @param part the part that sets it, as {@code 1/(x - 1)}
 * @param reason by which rule
 */
public record Condition(Expression requirement, Expression part, Reason reason) {}
