package org.mlmath.calculus.loss;

import com.fasterxml.jackson.annotation.JsonValue;
import org.mlmath.kit.array.VectorOrMatrix;

/**
 * A loss. Its schema is in {@code META-INF/microprofile-config.properties}.
 *
 * @param value a {@link Double} or, not reduced, a {@link VectorOrMatrix}
 */
public record LossValue(@JsonValue Object value) {}
