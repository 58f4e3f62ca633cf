package org.mlmath.gateway.batch;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import org.mlmath.kit.problem.ProblemException;

/**
 * One request of a batch.
 *
 * @param id as it is echoed: JSON
 * @param body a part of the batch's own bytes, or null
 * @param refusal why it cannot be sent, or null
 */
record Item(String id, HttpMethod method, String path, Buffer body, ProblemException refusal) {
    static Item refused(String id, ProblemException refusal) {
        return new Item(id, null, null, null, refusal);
    }
}
