package org.mlmath.numerics;

/** A symmetric matrix that is not positive definite. Fact: {@code leadingMinor}, the order of the first that fails (1-based). */
public final class NotPositiveDefiniteException extends MathException {
    public NotPositiveDefiniteException(String message) {
        super(message);
    }
}
