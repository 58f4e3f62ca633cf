package org.mlmath.kit.work;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** The bytes that requests in progress hold: bodies, arrays, workspace and results, counted before they are taken. */
@Singleton
final class Memory {
    private final AtomicLong held = new AtomicLong();
    private final long limit;
    private final Counter shed;

    Memory(Limits limits, MeterRegistry metrics) {
        limit = limits.memoryBytes();
        shed = LaneMeters.shed("memory", metrics);
        Gauge.builder("mlmath.memory.held", held, AtomicLong::get)
                .description("What requests in progress hold, as counted before it is taken")
                .baseUnit(BaseUnits.BYTES)
                .register(metrics);
        Gauge.builder("mlmath.memory.limit", () -> limit)
                .description("What all requests together may hold")
                .baseUnit(BaseUnits.BYTES)
                .register(metrics);
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
            shed.increment();
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
