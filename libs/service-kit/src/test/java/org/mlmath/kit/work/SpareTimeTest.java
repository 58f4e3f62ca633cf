package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpareTimeTest {
    private static final double OTHER = 0;
    private static final double IDLE = 5;

    private final SpareTime spareTime = new SpareTime();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), spareTime.threads("test-"));
    private Path thread;

    @BeforeEach
    void isSpare() {
        CompletableFuture<Path> found = new CompletableFuture<>();
        threads.execute(() -> found.complete(Path.of("/proc/self/task/" + Urgency.self() + "/sched")));
        thread = found.join();
        // not where the kernel does not tell, nor where it lets nobody back
        assumeThat(policy()).isEqualTo(IDLE);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private double policy() {
        return UrgencyTest.toldIn(thread).getOrDefault("policy", -1.0);
    }

    @Test
    void whoIsLeftOutIsPatientForAWhile() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            Thread.ofPlatform().daemon().start(() -> {
                while (!enough.get()) {
                    Thread.onSpinWait();
                }
            });
        }
        try {
            threads.execute(() -> {
                while (!enough.get()) {
                    Thread.onSpinWait();
                }
            });
            for (int i = 0; i < 20 && policy() == IDLE; i++) {
                Thread.sleep(SpareTime.PERIOD);
                spareTime.look();
            }
            assertThat(policy()).isEqualTo(OTHER);
            int looks = 0;
            while (policy() == OTHER && looks < 1_000) {
                spareTime.look();
                looks++;
            }
            assertThat(policy()).isEqualTo(IDLE);
            assertThat(looks).isGreaterThan(2);
        } finally {
            enough.set(true);
        }
    }

    @Test
    void whoHasNoWorkIsNotLeftOut() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            Thread.sleep(10);
            spareTime.look();
        }
        assertThat(policy()).isEqualTo(IDLE);
    }
}
