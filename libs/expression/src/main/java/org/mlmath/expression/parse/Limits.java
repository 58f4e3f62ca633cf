package org.mlmath.expression.parse;

import org.mlmath.numerics.LimitExceededException;

/** What an expression may be, checked before any work is done on it. */
public final class Limits {
    /** Characters of the text. */
    public static final int LENGTH = 10_000;

    /** Tokens, and so nodes of the tree. */
    public static final int TOKENS = 5_000;

    /** Levels of nesting; reading and everything after it recurses no deeper than a small multiple of this. */
    public static final int DEPTH = 256;

    /** Digits of a number. */
    public static final int DIGITS = 400;

    /** Modulus of the exponent in {@code 1e400}. */
    public static final int EXPONENT = 400;

    private Limits() {}

    static LimitExceededException exceeded(String what, long limit, long found) {
        LimitExceededException e =
                new LimitExceededException("The expression has %s; the limit is %,d.".formatted(what, limit));
        e.with("limit", limit).with("found", found);
        return e;
    }
}
