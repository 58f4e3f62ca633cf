package org.mlmath.numerics;

/** The time allowed for a computation is over. */
public final class DeadlineExceededException extends MathException {
    public DeadlineExceededException(String message) {
        super(message);
    }
}
