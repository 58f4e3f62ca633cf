package org.mlmath.calculus.root;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A root as an expression, on the wire its text. Its schema is in {@code META-INF/microprofile-config.properties}, for null has to be
 * an element of a list there.
 *
 * @param text null where it has no short form
 */
public record ExactRoot(@JsonValue String text) {}
