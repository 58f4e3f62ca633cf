package org.mlmath.kit.work;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.Deadline;

/**
 * Where work goes that would hold up an event loop: as many threads as cores, and a queue that is short enough for everything in
 * it to be done in time, and shorter still where more comes in than can be done: then those wait first who have nothing in it yet.
 * Work whose caller leaves is taken out of the queue.
 */
@Singleton
final class LargeLane {
    private final ThreadPoolExecutor threads;
    private final int width;
    private final LaneMeters meters;
    private final Burst burst;
    private final int queueLimit;
    private final Duration longest;
    private final AtomicInteger places = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> byCaller = new ConcurrentHashMap<>();
    private final AtomicLong backlogNanos = new AtomicLong();

    @Inject
    LargeLane(Limits limits, SpareTime spareTime, MeterRegistry metrics) {
        this(limits.laneWidth(), limits.queue(), limits.deadline(), spareTime.threads("large-lane-"), metrics);
    }

    LargeLane(int width, int queueLimit, Duration longest, ThreadFactory factory, MeterRegistry metrics) {
        this.width = width;
        this.queueLimit = queueLimit;
        this.longest = longest;
        burst = new Burst(queueLimit, width, System.nanoTime());
        threads = new ThreadPoolExecutor(width, width, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), factory);
        meters = new LaneMeters("large", threads, metrics);
    }

    /**
     * A place in the queue for work of this length, if it can be done before the deadline.
     *
     * @param caller by which one is told from others: where the queue is kept short because one has sent more than can be done, another
     *     who has nothing in it is let in all the same
     * @throws ProblemException overloaded, with the time after which to try again
     */
    Place reserve(Ticket ticket, String caller, double seconds) {
        requireRoom(ticket.deadline(), caller, seconds);
        return new Place(ticket, caller, seconds);
    }

    /** @throws ProblemException where nobody could {@link #reserve} this now */
    void requireRoom(Deadline deadline, String caller, double seconds) {
        long backlog = backlogNanos.get();
        double wait = backlog / 1e9 / width;
        boolean inTime = wait + seconds <= deadline.left().toNanos() / 1e9;
        int waiting = threads.getQueue().size(); // who has just been answered may still be in the hands of a thread
        long each = backlog / Math.max(1, places.get());
        boolean admitted =
                burst.admits(waiting, each, System.nanoTime()) || !byCaller.containsKey(caller) && waiting < queueLimit;
        if (!admitted || !inTime) {
            meters.refused();
            throw new ProblemException(
                            ProblemType.OVERLOADED,
                            (inTime
                                            ? "More work comes in than can be done; about %.2g s of it waits before this request."
                                            : "Work of about %.2g s waits before this request; it would not be done in time.")
                                    .formatted(wait))
                    .retryAfter((int) Math.clamp(Math.ceil(wait), 1, 60));
        }
    }

    /**
     * Waits for what is still worked on, though nobody waits for it: nothing interrupts a call into a numerical library, and a process
     * that ends beneath one takes from it the memory it works in, so that it dies of a segmentation fault.
     */
    @PreDestroy
    void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Work in the lane, from its admission to its end. */
    final class Place {
        private final Ticket ticket;
        private final String caller;
        private final double seconds;
        private Runnable queued;

        private Place(Ticket ticket, String caller, double seconds) {
            this.ticket = ticket;
            this.caller = caller;
            byCaller.merge(caller, 1, Integer::sum);
            this.seconds = seconds;
            places.incrementAndGet();
            backlogNanos.addAndGet(nanos());
        }

        /** Queues the work. If its time comes too late, {@code tooLate} runs in its place. */
        synchronized void run(Runnable work, Runnable tooLate) {
            long since = System.nanoTime();
            queued = () -> {
                ticket.timing().enter(Timing.Phase.COMPUTING);
                long now = System.nanoTime();
                meters.waited(now - since);
                if (threads.getQueue().isEmpty()) {
                    burst.isEmpty(now);
                }
                try {
                    boolean inTime = !ticket.deadline().cancelled()
                            && ticket.deadline().left().toNanos() >= nanos();
                    ScopedValue.where(Work.CURRENT, ticket).run(inTime ? work : tooLate);
                } finally {
                    leave();
                }
            };
            threads.execute(queued);
        }

        /** Takes the work out of the queue if it has not begun; says whether it was still there. */
        synchronized boolean withdraw() {
            if (queued == null || !threads.remove(queued)) {
                return false;
            }
            leave();
            return true;
        }

        private void leave() {
            backlogNanos.addAndGet(-nanos());
            byCaller.computeIfPresent(caller, (name, present) -> present == 1 ? null : present - 1);
            places.decrementAndGet();
        }

        private long nanos() {
            return (long) (seconds * 1e9);
        }
    }
}
