package org.mlmath.gateway.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What one batch may take. */
@ConfigMapping(prefix = "mlmath.batch")
public interface BatchSettings {
    /** Requests in one batch. */
    @WithDefault("1000")
    int requests();

    /**
     * Requests of one caller's batches that are under way at a time, all batches together, by default two per core: half of them are
     * computed while the others wait for them, so that a batch keeps the cores busy and another caller's request never waits behind more
     * of them than that. Where services have processes of their own, with more cores, more of them are kept busy by more.
     */
    Optional<Integer> concurrency();

    /** Time for a batch as a whole; each of its requests has its own deadline besides. */
    @WithDefault("30s")
    Duration time();

    /** Bytes of a batch's answers together, which are held until the last of them is there. Not of a stream's, which are sent at once. */
    @WithDefault("67108864")
    long answers();

    default int width() {
        return Math.max(1, concurrency().orElse(2 * Runtime.getRuntime().availableProcessors()));
    }
}
