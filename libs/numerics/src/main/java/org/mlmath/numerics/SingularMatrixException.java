package org.mlmath.numerics;

/** A matrix without an inverse where one is needed. Facts: {@code rank}, {@code conditionNumber}. */
public final class SingularMatrixException extends MathException {
    public SingularMatrixException(String message) {
        super(message);
    }
}
