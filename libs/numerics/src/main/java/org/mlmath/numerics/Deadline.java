package org.mlmath.numerics;

import java.time.Duration;

/**
 * When a computation must be over, and whether anybody still waits for it. Loops call {@link #check} every few thousand
 * operations; library and native calls cannot be interrupted and are begun only if {@link #remaining} allows.
 *
 * <p>Thread-safe: one thread computes while another may {@link #cancel}.
 */
public final class Deadline {
    private static final Deadline NONE = new Deadline(Long.MAX_VALUE, Duration.ZERO, Duration.ofNanos(Long.MAX_VALUE));

    private final long endNanos;
    private final Duration allowed;
    private final Duration most;
    private volatile boolean cancelled;
    private boolean consulted;

    private Deadline(long endNanos, Duration allowed, Duration most) {
        this.endNanos = endNanos;
        this.allowed = allowed;
        this.most = most;
    }

    /** @return a deadline that never comes */
    public static Deadline none() {
        return NONE;
    }

    /** @return a deadline this long from now */
    public static Deadline in(Duration allowed) {
        return in(allowed, allowed);
    }

    /**
     * @param most the time that a computation may have here at most, of which this is all or a part
     * @return a deadline this long from now
     */
    public static Deadline in(Duration allowed, Duration most) {
        return new Deadline(System.nanoTime() + allowed.toNanos(), allowed, most);
    }

    /** @return what is left, zero when it is over, for a computation that makes its effort depend on it */
    public Duration remaining() {
        if (!consulted && this != NONE) {
            consulted = true;
        }
        return left();
    }

    /** @return whether a computation has asked what is left: with more time its answer might be another */
    public boolean consulted() {
        return consulted;
    }

    /** @return what is left, zero when it is over, for whoever begins, refuses or waits for a computation */
    public Duration left() {
        if (this == NONE) {
            return Duration.ofNanos(Long.MAX_VALUE);
        }
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /** @return the whole time that was allowed */
    public Duration allowed() {
        return allowed;
    }

    /** @return the time that would have been allowed to whoever had asked for no less */
    public Duration most() {
        return most;
    }

    /** Tells the computation that its result is not wanted any more. */
    public void cancel() {
        if (this != NONE) {
            cancelled = true;
        }
    }

    public boolean cancelled() {
        return cancelled;
    }

    /**
     * @throws DeadlineExceededException when the time is over
     * @throws CancelledException when nobody waits any more
     */
    public void check() {
        if (this == NONE) {
            return;
        }
        if (cancelled) {
            throw new CancelledException();
        }
        if (endNanos - System.nanoTime() <= 0) {
            throw new DeadlineExceededException(
                    "The computation was not finished within %.3g seconds.".formatted(allowed.toNanos() / 1e9));
        }
    }
}
