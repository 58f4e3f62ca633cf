package org.mlmath.numerics;

/** Nobody waits for the result any more. */
public final class CancelledException extends RuntimeException {
    public CancelledException() {
        super("the caller has gone", null, false, false);
    }
}
