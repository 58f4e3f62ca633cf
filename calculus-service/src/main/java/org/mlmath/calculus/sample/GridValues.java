package org.mlmath.calculus.sample;

import com.fasterxml.jackson.annotation.JsonValue;
import org.mlmath.kit.array.Tensor;

/** An array with a dimension per variable. Its schema is in {@code META-INF/microprofile-config.properties}. */
public record GridValues(@JsonValue Tensor array) {}
