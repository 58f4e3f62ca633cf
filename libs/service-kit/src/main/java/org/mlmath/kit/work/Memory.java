package org.mlmath.kit.work;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** The bytes that requests in progress hold: bodies, arrays, workspace and results, counted before they are taken. */
@Singleton
final class Memory {
    private final AtomicLong held = new AtomicLong();
    private final long limit;

    Memory(Limits limits) {
        limit = limits.memoryBytes();
    }

    void reserve(long bytes) {
        if (bytes > limit) {
            throw new ProblemException(
                            ProblemType.LIMIT_EXCEEDED,
                            "The request would need %d MiB of memory; one request may take %d MiB."
                                    .formatted(bytes >> 20, limit >> 20))
                    .with("limit", limit)
                    .with("needed", bytes);
        }
        if (held.addAndGet(bytes) > limit) {
            held.addAndGet(-bytes);
            throw new ProblemException(
                            ProblemType.OVERLOADED,
                            "The memory for this request is in use by others; try again in a moment.")
                    .retryAfter(1);
        }
    }

    void release(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
