package org.mlmath.gateway.routing;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps requests from a replica that fails. After some failures in a row it opens and lets nothing through for a while; then it is
 * half open and lets one request at a time try. If that is answered the breaker closes; if it fails too the breaker opens again, for
 * twice as long. An answer of any status counts as one: a replica that refuses or regrets is alive.
 */
final class Breaker {
    /** As many as do not happen in a row by chance, and few enough that they take no time. */
    private static final int FAILURES = 5;

    /** Shorter than a restart takes, so that the first second of a replica that is back is not wasted. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    /** As metrics show it. */
    enum State {
        CLOSED,
        HALF_OPEN,
        OPEN
    }

    /** With which a request goes through, and by which it is known when it tells how it went. */
    enum Pass {
        REFUSED,
        USUAL,
        PROBE
    }

    private final LongSupplier nanos;
    private volatile int failures;
    private volatile boolean closed = true;
    private boolean probing;
    private long openUntil;
    private Duration pause = FIRST_PAUSE;

    /** @param nanos a clock such as {@link System#nanoTime} */
    Breaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @return whether a request may go through; whoever is let through says later how it went, or that nobody will know */
    Pass enter() {
        return closed ? Pass.USUAL : probe();
    }

    private synchronized Pass probe() {
        if (closed) {
            return Pass.USUAL;
        }
        if (probing || nanos.getAsLong() - openUntil < 0) {
            return Pass.REFUSED;
        }
        probing = true;
        return Pass.PROBE;
    }

    State state() {
        if (closed) {
            return State.CLOSED;
        }
        synchronized (this) {
            return nanos.getAsLong() - openUntil < 0 ? State.OPEN : State.HALF_OPEN;
        }
    }

    /** @return whether this closed the breaker */
    boolean succeeded(Pass pass) {
        if (closed && failures == 0) {
            return false; // nearly always
        }
        return recover(pass);
    }

    private synchronized boolean recover(Pass pass) {
        if (!closed && pass != Pass.PROBE) {
            return false; // an answer to what was sent before it opened
        }
        boolean closes = !closed;
        failures = 0;
        closed = true;
        probing = false;
        pause = FIRST_PAUSE;
        return closes;
    }

    /**
     * @param certainly whether this one failure says all there is to know
     * @return whether this opened the breaker, for the first time or again
     */
    synchronized boolean failed(Pass pass, boolean certainly) {
        if (closed) {
            failures++;
            if (failures < FAILURES && !certainly) {
                return false;
            }
        } else if (pass == Pass.PROBE) {
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
        } else {
            return false;
        }
        closed = false;
        probing = false;
        openUntil = nanos.getAsLong() + pause.toNanos();
        return true;
    }

    /** The request ended without telling anything about the replica: its caller left. */
    void abandoned(Pass pass) {
        if (pass == Pass.PROBE) {
            synchronized (this) {
                probing = false;
            }
        }
    }
}
