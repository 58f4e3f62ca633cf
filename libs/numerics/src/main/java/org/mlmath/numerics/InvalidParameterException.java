package org.mlmath.numerics;

/** A parameter whose value, alone or together with others, has no meaning. */
public final class InvalidParameterException extends MathException {
    public InvalidParameterException(String message) {
        super(message);
    }
}
