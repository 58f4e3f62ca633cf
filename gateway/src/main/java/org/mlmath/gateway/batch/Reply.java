package org.mlmath.gateway.batch;

import io.vertx.core.buffer.Buffer;

/**
 * What came back for one request.
 *
 * @param retryAfterSeconds or null
 */
record Reply(int status, Buffer body, Integer retryAfterSeconds) {
    static final int OVERLOADED = 503;
}
