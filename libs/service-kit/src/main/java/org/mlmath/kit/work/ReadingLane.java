package org.mlmath.kit.work;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * Makes room for large bodies and reads them, which takes tens of milliseconds: apart from the event loops, and never behind long
 * computations. Not merely in the time that others leave: while memory is cleared for an array the JVM waits for it whenever all threads
 * have to stand still, event loops too.
 */
@Singleton
final class ReadingLane {
    private final ThreadPoolExecutor threads;

    private final LaneMeters meters;

    ReadingLane(Limits limits, MeterRegistry metrics) {
        threads = new ThreadPoolExecutor(
                limits.laneWidth(),
                limits.laneWidth(),
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(limits.queue()),
                Urgency.PATIENT.threads("reading-lane-"));
        meters = new LaneMeters("reading", threads, metrics);
    }

    void run(Runnable reading) {
        long since = System.nanoTime();
        try {
            threads.execute(() -> {
                meters.waited(System.nanoTime() - since);
                reading.run();
            });
        } catch (RejectedExecutionException full) {
            meters.refused();
            throw new ProblemException(
                            ProblemType.OVERLOADED, "Too many large requests are being read; try again in a moment.")
                    .retryAfter(1);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
