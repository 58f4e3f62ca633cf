package org.mlmath.gateway.routing;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes of bodies that are held, lest many callers who send slowly fill the memory: beyond it bodies are passed on as they come. */
final class HeldBodies {
    private final AtomicLong bytes = new AtomicLong();
    private final long limit;

    HeldBodies(long limit) {
        this.limit = limit;
    }

    /** @return whether there is room; if so it is taken */
    boolean take(long length) {
        if (bytes.addAndGet(length) <= limit) {
            return true;
        }
        release(length);
        return false;
    }

    void release(long length) {
        bytes.addAndGet(-length);
    }
}
