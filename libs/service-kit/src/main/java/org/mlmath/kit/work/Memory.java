package org.mlmath.kit.work;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * The bytes that requests in progress hold: bodies, arrays, workspace and results, counted before they are taken. A few large bodies that
 * are declared, and never sent, hold all of it for as long as a body may take; so requests that hold little may have an eighth more.
 */
@Singleton
final class Memory {
    private static final int SPARE = 8;

    private final AtomicLong held = new AtomicLong();
    private final long limit;
    private final long little;
    private final Counter shed;

    @Inject
    Memory(Limits limits, MeterRegistry metrics) {
        this(limits.memoryBytes(), 2L * limits.smallBody(), metrics);
    }

    /**
     * @param limit bytes of all requests
     * @param little bytes up to which one holds but little
     */
    Memory(long limit, long little, MeterRegistry metrics) {
        this.limit = limit;
        this.little = little;
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

    /** @param before how many bytes this very request holds already */
    void reserve(long bytes, long before) {
        if (bytes > limit) {
            throw new ProblemException(
                            ProblemType.LIMIT_EXCEEDED,
                            "The request would need %d MiB of memory; one request may take %d MiB."
                                    .formatted(bytes >> 20, limit >> 20))
                    .with("limit", limit)
                    .with("needed", bytes);
        }
        if (held.addAndGet(bytes) > (before + bytes <= little ? limit + limit / SPARE : limit)) {
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
