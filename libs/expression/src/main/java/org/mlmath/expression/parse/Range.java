package org.mlmath.expression.parse;

/**
 * Where something stands in the text.
 *
 * @param start offset of its first character
 * @param end offset after its last one
 */
public record Range(int start, int end) {}
