package org.mlmath.expression.parse;

import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression;

/**
 * What reading a text gives.
 *
 * @param ranges where each node of the tree stands in the text; by identity, since equal nodes may stand in several places
 * @param ambiguities where a convention decided
 */
public record Parsed(Expression expression, Map<Expression, Range> ranges, List<Ambiguity> ambiguities) {}
