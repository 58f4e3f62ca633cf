package org.mlmath.kit.reuse;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Which answers are kept, how many and for how long. */
@StaticInitSafe // the writer of answers is made before the rest of the configuration is there
@ConfigMapping(prefix = "mlmath.cache")
public interface CacheSettings {
    /** Bytes of all that is kept, requests and answers; by default a sixteenth of the heap. 0 keeps nothing. */
    Optional<Long> bytes();

    /** Bytes of a request's body up to which its answer may be kept, and shared with those who ask the same meanwhile. */
    @WithDefault("65536")
    int body();

    /** What took less than this to read, compute and write is computed again: some dozen times what keeping and finding an answer takes. */
    @WithDefault("PT0.00002S")
    Duration worthwhile();

    /** For how long an answer is kept. It stays right for ever; what nobody asks for any more gives its place back. */
    @WithDefault("1h")
    Duration lifetime();

    default long capacity() {
        return bytes().orElse(Runtime.getRuntime().maxMemory() / 16);
    }

    /** @return bytes of the largest answer that is kept: some dozen of them would fill the cache */
    default int largestAnswer() {
        return (int) Math.min(capacity() / 32, 1 << 24);
    }
}
