package org.mlmath.gateway.batch;

import io.vertx.core.buffer.Buffer;

/**
 * What came back for one request.
 *
 * @param retryAfterSeconds or null
 * @param cost seconds of one core spent on it
 */
record Reply(int status, Buffer body, Integer retryAfterSeconds, double cost) {
    static final int OVERLOADED = 503;
}
