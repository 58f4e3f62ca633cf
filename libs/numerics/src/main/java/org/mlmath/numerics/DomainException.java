package org.mlmath.numerics;

/** A value asked for where it does not exist: the logarithm of a negative number, overflow. Names the sub-expression. */
public final class DomainException extends MathException {
    public DomainException(String message) {
        super(message);
    }
}
