package org.mlmath.numerics;

/** Well-formed input larger than what is allowed. Names the limit and the request's size. */
public final class LimitExceededException extends MathException {
    public LimitExceededException(String message) {
        super(message);
    }
}
