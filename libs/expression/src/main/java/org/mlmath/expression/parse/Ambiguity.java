package org.mlmath.expression.parse;

import java.util.List;

/**
 * A place where the text could be meant otherwise.
 *
 * @param text the text in question, as typed
 * @param range where it stands
 * @param reading how it was read
 * @param alternatives how else it could be read
 */
public record Ambiguity(String text, Range range, String reading, List<String> alternatives) {}
