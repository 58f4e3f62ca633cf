package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LargeLaneTest {
    private final LargeLane lane = new LargeLane(
            1, 1, Duration.ofSeconds(10), Thread.ofPlatform().daemon().factory(), new SimpleMeterRegistry());

    @Test
    void aProcessDoesNotEndBeneathWorkThatNothingInterrupts() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        lane.reserve(new Ticket(null, false), "caller", 0.1)
                .run(
                        () -> {
                            begun.countDown();
                            long end = System.nanoTime() + 200_000_000;
                            while (System.nanoTime() < end) { // as a call into a library: deaf to interrupts
                                LockSupport.parkNanos(end - System.nanoTime());
                            }
                            over.set(true);
                        },
                        () -> {});
        begun.await();
        lane.close();
        assertThat(over).isTrue();
    }
}
