package org.mlmath.numerics;

/** Too few observations, or too little variation, for what was asked. */
public final class InsufficientDataException extends MathException {
    public InsufficientDataException(String message) {
        super(message);
    }
}
