package org.mlmath.kit.work;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** Reads large bodies, which takes tens of milliseconds: apart from the event loops, and never behind long computations. */
@Singleton
final class ReadingLane {
    private final ThreadPoolExecutor threads;

    ReadingLane(Limits limits) {
        threads = new ThreadPoolExecutor(
                limits.laneWidth(),
                limits.laneWidth(),
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(limits.queue()),
                Thread.ofPlatform().name("reading-lane-", 0).daemon().factory());
    }

    void run(Runnable reading) {
        try {
            threads.execute(reading);
        } catch (RejectedExecutionException full) {
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
