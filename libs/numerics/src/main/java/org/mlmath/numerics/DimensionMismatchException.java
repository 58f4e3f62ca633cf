package org.mlmath.numerics;

/** Shapes that do not fit each other, or the operation. The message names both. */
public final class DimensionMismatchException extends MathException {
    public DimensionMismatchException(String message) {
        super(message);
    }
}
