package org.mlmath.calculus.activation;

import com.fasterxml.jackson.annotation.JsonValue;
import org.mlmath.kit.array.Tensor;
import org.mlmath.kit.array.VectorOrMatrix;

/**
 * Derivatives by the inputs. Its schema is in {@code META-INF/microprofile-config.properties}.
 *
 * @param array a {@link VectorOrMatrix} of the inputs' shape or, of a function of whole rows, a {@link Tensor}: a Jacobian per row
 */
public record Derivatives(@JsonValue Object array) {}
