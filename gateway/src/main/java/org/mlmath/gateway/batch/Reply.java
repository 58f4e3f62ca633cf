package org.mlmath.gateway.batch;

import io.vertx.core.buffer.Buffer;

/**
 * What came back for one request.
 *
 * @param retryAfterSeconds or null
 * @param computed whether anything was, as far as the answer says
 */
record Reply(int status, Buffer body, Integer retryAfterSeconds, boolean computed) {
    static final int OVERLOADED = 503;

    private static final int DEADLINE_EXCEEDED = 504;

    /** @return whether its time was over, or too short, before it was begun */
    boolean cameTooLate() {
        return status == DEADLINE_EXCEEDED && !computed;
    }
}
