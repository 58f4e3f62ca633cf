package org.mlmath.kit.work;

import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** Why a body is not taken, in the same words wherever that turns out: at a gateway or behind it, before the body has come or meanwhile. */
public final class BodyTooLarge {
    private BodyTooLarge() {}

    /** @param bytes in Content-Length */
    public static ProblemException declared(long bytes, int limit) {
        return refusal("The body is declared to have " + bytes + " bytes, more than the %d allowed.", limit);
    }

    /** Of which nobody knows yet how long it is. */
    public static ProblemException sent(int limit) {
        return refusal("The body has more than the %d bytes allowed.", limit);
    }

    static ProblemException unpacked(int limit) {
        return refusal("The body, unpacked, has more than the %d bytes allowed.", limit);
    }

    private static ProblemException refusal(String detail, int limit) {
        return new ProblemException(ProblemType.BODY_TOO_LARGE, detail.formatted(limit)).with("limit", limit);
    }
}
