package org.mlmath.kit.work;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mlmath.numerics.Deadline;

/** What one request, and all requests together, may take. Every limit stands here, with the reason for its default. */
@StaticInitSafe // filters and the JSON mapper are made before the rest of the configuration is there
@ConfigMapping(prefix = "mlmath.limits")
public interface Limits {
    Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6}(?:\\.\\d{1,6})?)");

    /** Bytes of one body: room for a 1000×1000 matrix three times over. */
    @WithDefault("67108864")
    int body();

    /** Entries of one array: with 8 bytes each, as many as a body of that size can hold. */
    @WithDefault("8000000")
    int entries();

    /** Bytes of the JSON in {@code ?request=}: what proxies and browsers pass in a URI without trouble. */
    @WithDefault("4096")
    int query();

    /** Bytes of a URI: the JSON above, URL-encoded. */
    @WithDefault("16384")
    int uri();

    /** Bytes of all request headers. */
    @WithDefault("16384")
    int headers();

    /** Time for a computation, from the arrival of its request, waiting included. */
    @WithDefault("10s")
    Duration deadline();

    /** Time for a body to arrive: 64 MiB in half a minute is a slow home connection. */
    @WithDefault("30s")
    Duration arrival();

    /** Work estimated at more than this leaves the event loop for the large lane. */
    @WithDefault("1ms")
    Duration small();

    /**
     * Of all that an event loop takes up in one turn, before turns count as long: where they stay so, more comes in than can be done, and
     * but so much is taken up that waiting becomes short again; the rest is refused.
     */
    @WithDefault("5ms")
    Duration turn();

    /** A body larger than this takes longer to read than small work may take. */
    @WithDefault("131072")
    int smallBody();

    /** Threads of the large lane; by default one per core. */
    Optional<Integer> lane();

    /** Requests that may wait for the large lane when they come at once; where they keep coming, as many as it has threads. */
    @WithDefault("64")
    int queue();

    /** Bytes that all requests in progress may hold; by default half of the heap. Small ones may hold an eighth more beside large ones. */
    Optional<Long> memory();

    default int laneWidth() {
        return lane().orElse(Runtime.getRuntime().availableProcessors());
    }

    default long memoryBytes() {
        return memory().orElse(Runtime.getRuntime().maxMemory() / 2);
    }

    /** The deadline of a request that has arrived: the configured one, or less where {@code Prefer: wait=} asks for it (RFC 7240 §4.3). */
    default Deadline deadline(HttpServerRequest request) {
        return deadline(request, deadline());
    }

    /**
     * @param most the time allowed to who asks for none in particular
     * @return the deadline of a request that has arrived
     */
    static Deadline deadline(HttpServerRequest request, Duration most) {
        Duration allowed = most;
        String prefer = request.getHeader("Prefer");
        if (prefer != null) {
            Matcher wait = WAIT.matcher(prefer);
            if (wait.find()) {
                Duration asked = Duration.ofNanos((long) (Double.parseDouble(wait.group(1)) * 1e9));
                allowed = asked.compareTo(allowed) < 0 ? asked : allowed;
            }
        }
        return Deadline.in(allowed, most);
    }
}
