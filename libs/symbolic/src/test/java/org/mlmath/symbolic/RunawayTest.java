package org.mlmath.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;

/** What does not end by itself is ended, and what cannot be ended is replaced. */
class RunawayTest {
    private static final List<String> HANGING = List.of(
            nested(9),
            "sin(x)^40*cos(x)^41*tan(x + y)^20/(1 + sin(x*y)^15)",
            "x^499 + x^50*y^50 + z^3 - 1",
            "(x^50 + y^50 + z^3 - 1)*(x^31 - y^22 + z^50 + 3)*(x*y*z + x + y + z + 1)^9",
            "sqrt(x + sqrt(y + sqrt(x*y + sqrt(x + y + sqrt(x^2 + y^2)))))/(sqrt(x) + cbrt(y) + sqrt(x + 1) + cbrt(x + y))");

    private static String nested(int depth) {
        return "sin(".repeat(depth) + "x" + " + 1)".repeat(depth);
    }

    @Test
    void aHundredHangingRequestsLeaveTheThreadsIdleAndTheNextIsAnswered() throws InterruptedException {
        Expression square = Expressions.parse("x^2");
        assertThat(ComputerAlgebra.integrate(square, "x", Deadline.in(Duration.ofSeconds(60))))
                .isPresent();
        for (int i = 0; i < 100; i++) {
            Expression hanging = Expressions.parse(HANGING.get(i % HANGING.size()));
            Deadline deadline = Deadline.in(Duration.ofMillis(40));
            try {
                if (i % 3 == 0) {
                    ComputerAlgebra.integrate(hanging, "x", deadline);
                } else if (i % 3 == 1) {
                    ComputerAlgebra.simplify(hanging, deadline);
                } else {
                    ComputerAlgebra.factor(hanging, deadline);
                }
            } catch (DeadlineExceededException over) {
                // as it may be
            }
        }
        assertThat(ComputerAlgebra.integrate(square, "x", Deadline.in(Duration.ofSeconds(20)))
                        .map(Expressions::text))
                .contains("x^3/3");
        assertThat(idleWithin(Duration.ofSeconds(15))).isTrue();
        assertThat(ComputerAlgebra.status().stuck()).isZero();
        assertThat(ComputerAlgebra.status().usable()).isTrue();
    }

    /** Whether the algebra's threads come to use no time any more. */
    private static boolean idleWithin(Duration allowed) throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = System.nanoTime() + allowed.toNanos();
        while (System.nanoTime() < end) {
            long before = algebraTime(threads);
            Thread.sleep(300);
            if (algebraTime(threads) - before < 10_000_000) {
                return true;
            }
        }
        return false;
    }

    private static long algebraTime(ThreadMXBean threads) {
        long total = 0;
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("computer-algebra")) {
                total += Math.max(0, threads.getThreadCpuTime(thread.threadId()));
            }
        }
        return total;
    }

    @Test
    void aThreadThatCannotBeStoppedIsReplacedCountedAndForgottenWhenItEnds() throws InterruptedException {
        Workers workers = new Workers(1);
        AtomicBoolean end = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        Task<String> deaf = new Task<>(engine -> {
            while (!end.get()) {
                deaf();
            }
            ended.countDown();
            return "late";
        });
        assertThat(workers.evaluate(deaf, Duration.ofMillis(300).toNanos(), () -> {}))
                .isNull();
        Task<String> next = new Task<>(engine -> "answered");
        assertThat(workers.evaluate(next, Duration.ofSeconds(30).toNanos(), () -> {}))
                .isEqualTo("answered");
        assertThat(workers.stuck()).isEqualTo(1);
        assertThat(workers.givenUp()).isEqualTo(1);
        end.set(true);
        ended.await();
        for (int i = 0; i < 500 && workers.stuck() > 0; i++) {
            Thread.sleep(10);
        }
        assertThat(workers.stuck()).isZero();
        assertThat(workers.givenUp()).isEqualTo(1);
    }

    @Test
    void withTooManyStuckNothingMoreIsBegun() {
        Workers workers = new Workers(1);
        AtomicBoolean end = new AtomicBoolean();
        try {
            for (int i = 0; i < Workers.MOST_STUCK; i++) {
                Task<String> deaf = new Task<>(engine -> {
                    while (!end.get()) {
                        deaf();
                    }
                    return "late";
                });
                workers.evaluate(deaf, Duration.ofMillis(300).toNanos(), () -> {});
                for (int wait = 0; wait < 1000 && workers.stuck() <= i; wait++) {
                    pause();
                }
            }
            assertThat(workers.stuck()).isEqualTo(Workers.MOST_STUCK);
            Task<String> next = new Task<>(engine -> "answered");
            assertThat(workers.evaluate(next, Duration.ofSeconds(30).toNanos(), () -> {}))
                    .isNull();
        } finally {
            end.set(true);
        }
    }

    /** Hears neither the request to stop nor the interrupt, as arithmetic on large integers does not. */
    private static void deaf() {
        Thread.interrupted();
        LockSupport.parkNanos(1_000_000);
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsWaitedForByNobodyIsStopped() throws InterruptedException {
        Workers workers = new Workers(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Task<String> patient = new Task<>(engine -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return null;
        });
        try {
            workers.evaluate(patient, Duration.ofSeconds(60).toNanos(), () -> {
                throw new IllegalStateException("the caller has gone");
            });
        } catch (IllegalStateException gone) {
            interrupted.await();
        }
        assertThat(patient.await(Duration.ofSeconds(30).toNanos())).isTrue();
    }
}
