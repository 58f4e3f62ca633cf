package org.mlmath.gateway.batch;

import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;

/** What of the lanes each caller's batches take: as much as one batch, however many there are. */
@Singleton
class Shares {
    private final int width;
    private final ConcurrentHashMap<String, Turns> byCaller = new ConcurrentHashMap<>();

    Shares(BatchSettings settings) {
        width = settings.width();
    }

    /** Begins a batch of this caller, who says when it is over. */
    Turns join(String caller) {
        return byCaller.compute(caller, (name, present) -> (present == null ? new Turns(width) : present).joined());
    }

    void leave(String caller) {
        byCaller.computeIfPresent(caller, (name, turns) -> turns.left() ? turns : null);
    }

    /** @return callers with batches under way */
    int callers() {
        return byCaller.size();
    }
}
