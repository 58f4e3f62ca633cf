package org.mlmath.numerics;

/** A matrix that should be symmetric and is not. The message names the first pair of entries that differ. */
public final class NotSymmetricException extends MathException {
    public NotSymmetricException(String message) {
        super(message);
    }
}
