package org.mlmath.kit.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Requests by operation. Each operation has its meters at hand: looking them up in the registry, by labels put together anew for every
 * request, would cost more than counting does. The histogram is per operation alone, since it has a series for each of its buckets.
 */
@Singleton
final class RequestMeters {
    private final MeterRegistry registry;
    private final Map<Operation, Meters> meters = new ConcurrentHashMap<>();
    private final LongAdder active = new LongAdder();

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("mlmath.requests.active", active, LongAdder::sum)
                .description("Requests that have begun and are not answered yet")
                .register(registry);
    }

    void begun() {
        active.increment();
    }

    /**
     * @param status the status answered, 499 where the caller left before
     * @param problem the type of problem, or {@code none}
     */
    void ended(Operation operation, int status, String problem, long nanos) {
        active.decrement();
        meters.computeIfAbsent(operation, Meters::new).count(status, problem, nanos);
    }

    /** @return what counts requests refused before anybody looked at their path: they take no time worth measuring */
    Counter refusals(int status, String problem) {
        return meters.computeIfAbsent(Operation.NONE, Meters::new).of(status, problem);
    }

    private record Outcome(int status, String problem) {}

    private final class Meters {
        private final Operation operation;
        private final Timer duration;
        private final Map<Outcome, Counter> outcomes = new ConcurrentHashMap<>();

        Meters(Operation operation) {
            this.operation = operation;
            this.duration = Timer.builder("mlmath.request.duration")
                    .description("From the head of a request to the end of its answer")
                    .tag("service", operation.service())
                    .tag("operation", operation.name())
                    .serviceLevelObjectives(Buckets.LATENCY)
                    .register(registry);
        }

        void count(int status, String problem, long nanos) {
            duration.record(nanos, TimeUnit.NANOSECONDS);
            of(status, problem).increment();
        }

        Counter of(int status, String problem) {
            return outcomes.computeIfAbsent(new Outcome(status, problem), this::counter);
        }

        private Counter counter(Outcome outcome) {
            return Counter.builder("mlmath.requests")
                    .description("Requests answered, by status and type of problem")
                    .tag("service", operation.service())
                    .tag("operation", operation.name())
                    .tag("status", Integer.toString(outcome.status()))
                    .tag("problem", outcome.problem())
                    .register(registry);
        }
    }
}
