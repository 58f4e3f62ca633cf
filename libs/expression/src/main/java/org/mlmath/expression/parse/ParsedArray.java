package org.mlmath.expression.parse;

import java.util.List;
import org.mlmath.expression.ArrayExpression;

/**
 * What reading the text of a vector or matrix gives.
 *
 * @param ambiguities where a convention decided
 */
public record ParsedArray(ArrayExpression array, List<Ambiguity> ambiguities) {}
