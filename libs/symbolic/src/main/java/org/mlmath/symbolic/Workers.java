package org.mlmath.symbolic;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A few threads that evaluate, and a watch that stops what runs over its time. A thread that cannot be stopped is given up: it
 * ends when its task does, another takes its place, and it is counted. With {@link #MOST_STUCK} of them there are no more
 * replacements: each may be using a core, and only a new process gets rid of it.
 */
final class Workers {
    static final int MOST_STUCK = 4;

    /** How long a task may take to notice that it was stopped: most take milliseconds, factoring some tens of them. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final LinkedBlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>();
    private final Set<Task<?>> stuck = new HashSet<>();
    private final ScheduledThreadPoolExecutor watch;
    private final int width;
    private int threads;
    private long givenUp;

    Workers(int width) {
        this.width = width;
        watch = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("computer-algebra-watch").daemon().factory());
        watch.setRemoveOnCancelPolicy(true);
    }

    /**
     * Evaluates, waiting for at most this long.
     *
     * @param whileWaiting called every few milliseconds; what it throws ends the evaluation and is passed on
     * @return the result; null where there is none, or none in time
     */
    <T> T evaluate(Task<T> task, long nanos, Runnable whileWaiting) {
        long end = System.nanoTime() + nanos;
        if (!submit(task)) {
            return null;
        }
        ScheduledFuture<?> stopping = watch.schedule(() -> stop(task, end), nanos, TimeUnit.NANOSECONDS);
        try {
            while (!task.await(Math.clamp(end - System.nanoTime(), 0, 10_000_000))) {
                if (end - System.nanoTime() <= 0) {
                    return null; // the watch sees to the rest
                }
                whileWaiting.run();
            }
            stopping.cancel(false);
            return task.result();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon(task);
            return null;
        } catch (RuntimeException e) {
            abandon(task);
            throw e;
        }
    }

    private void abandon(Task<?> task) {
        long now = System.nanoTime();
        watch.execute(() -> stop(task, now));
    }

    private void stop(Task<?> task, long since) {
        if (task.over()) {
            return;
        }
        task.stop();
        if (!task.running()) {
            queue.remove(task);
            return;
        }
        if (System.nanoTime() - since > PATIENCE_NANOS) {
            giveUp(task);
        }
        watch.schedule(() -> stop(task, since), AGAIN_NANOS, TimeUnit.NANOSECONDS);
    }

    private synchronized boolean submit(Task<?> task) {
        if (threads == 0 && stuck.size() >= MOST_STUCK) {
            return false;
        }
        queue.add(task);
        if (threads < width && stuck.size() < MOST_STUCK) {
            startThread();
        }
        return true;
    }

    private void startThread() {
        threads++;
        WorkerThread.start("computer-algebra", this::work);
    }

    private void work() {
        Task<?> task = null;
        do {
            try {
                task = queue.take();
            } catch (InterruptedException late) {
                continue; // an interrupt that came just after its task had ended
            }
            task.run();
        } while (!replaced(task));
    }

    private synchronized void giveUp(Task<?> task) {
        if (task.running() && stuck.add(task)) {
            threads--;
            givenUp++;
            if (stuck.size() < MOST_STUCK) {
                startThread();
            }
        }
    }

    /** @return whether the thread was given up with this task, and is one too many now that it came back after all */
    private synchronized boolean replaced(Task<?> task) {
        return stuck.remove(task);
    }

    /** @return threads that work on what was to have ended */
    synchronized int stuck() {
        return stuck.size();
    }

    /** @return how many threads were ever given up */
    synchronized long givenUp() {
        return givenUp;
    }
}
