package org.mlmath.calculus.learning;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An intercept, or one for each class. Its schema is in {@code META-INF/microprofile-config.properties}.
 *
 * @param value a {@link Double} or a {@code double[]}
 */
public record Intercept(@JsonValue Object value) {}
