package org.mlmath.gateway.routing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.mlmath.kit.observe.Buckets;
import org.mlmath.kit.problem.ProblemType;

/**
 * What there is to see of the services behind the gateway: of each replica {@code mlmath.upstream.breaker} (0 closed, 1 half open, 2
 * open) and {@code mlmath.upstream.active} (requests in flight); of each service {@code mlmath.upstream.repeated} (requests sent
 * twice), {@code mlmath.upstream.failed} (requests that the gateway answered in its place, by type of problem) and
 * {@code mlmath.upstream.duration} (from the end of a request sent there to the head of its answer).
 */
final class UpstreamMetrics {
    private final MeterRegistry registry;
    private final Map<Replica, List<Meter>> gauges = new ConcurrentHashMap<>();
    private final Map<String, Timer> durations = new ConcurrentHashMap<>();

    UpstreamMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void changed(Upstream upstream, Lookup.Change change) {
        repeated(upstream); // zero is something to see as well
        durations.computeIfAbsent(upstream.service(), this::duration);
        change.went().forEach(replica -> gauges.remove(replica).forEach(registry::remove));
        for (Replica replica : change.came()) {
            Tags tags = Tags.of(
                    "upstream", upstream.service(), "replica", replica.server().toString());
            gauges.put(
                    replica,
                    List.of(
                            Gauge.builder("mlmath.upstream.breaker", replica, one -> one.state()
                                            .ordinal())
                                    .description("Whether the breaker is closed (0), half open (1) or open (2)")
                                    .tags(tags)
                                    .register(registry),
                            Gauge.builder("mlmath.upstream.active", replica, Replica::active)
                                    .description("Requests in flight")
                                    .tags(tags)
                                    .register(registry)));
        }
    }

    void answered(Upstream upstream, long nanos) {
        durations.computeIfAbsent(upstream.service(), this::duration).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer duration(String service) {
        return Timer.builder("mlmath.upstream.duration")
                .description("From the end of a request to a service to the head of its answer")
                .tag("upstream", service)
                .serviceLevelObjectives(Buckets.LATENCY)
                .register(registry);
    }

    void sentTwice(Upstream upstream) {
        repeated(upstream).increment();
    }

    private Counter repeated(Upstream upstream) {
        return Counter.builder("mlmath.upstream.repeated")
                .description("Requests sent once more, since a connection was refused or lost before an answer began")
                .tag("upstream", upstream.service())
                .register(registry);
    }

    void failed(Upstream upstream, ProblemType type) {
        Counter.builder("mlmath.upstream.failed")
                .description("Requests answered in the place of a service, by type of problem")
                .tags("upstream", upstream.service(), "problem", type.slug())
                .register(registry)
                .increment();
    }
}
