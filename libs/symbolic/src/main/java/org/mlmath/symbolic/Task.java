package org.mlmath.symbolic;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.matheclipse.core.eval.EvalEngine;

/** One evaluation: waits for a thread, runs on it, and can be told to stop in between. */
final class Task<T> {
    private final Function<EvalEngine, T> work;
    private final CountDownLatch over = new CountDownLatch(1);
    private Thread thread;
    private EvalEngine engine;
    private boolean stopped;
    private volatile T result;

    Task(Function<EvalEngine, T> work) {
        this.work = work;
    }

    /** Runs on the calling thread. Whatever is thrown, a missing class or a full stack included, means that there is no result. */
    void run() {
        synchronized (this) {
            if (stopped) {
                over.countDown();
                return;
            }
            thread = Thread.currentThread();
            engine = SymjaStart.engine();
        }
        try {
            EvalEngine.set(engine);
            result = work.apply(engine);
        } catch (Throwable none) {
            result = null;
        } finally {
            synchronized (this) {
                thread = null;
                engine = null;
                Thread.interrupted(); // it was meant for this task
            }
            EvalEngine.remove();
            over.countDown();
        }
    }

    /** Asks the evaluation to end, or never to begin. May be called again: some loops swallow the first interrupt. */
    synchronized void stop() {
        stopped = true;
        if (thread != null) {
            engine.stopRequest();
            thread.interrupt();
        }
    }

    /** @return whether it has begun and not ended */
    synchronized boolean running() {
        return thread != null;
    }

    boolean over() {
        return over.getCount() == 0;
    }

    /** @return whether it was over within this time */
    boolean await(long nanos) throws InterruptedException {
        return over.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** @return what the work gave, null where it failed or was stopped */
    T result() {
        return result;
    }
}
