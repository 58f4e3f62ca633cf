package org.mlmath.numerics;

/** An iteration that ended with nothing usable. */
public final class DidNotConvergeException extends MathException {
    public DidNotConvergeException(String message) {
        super(message);
    }
}
