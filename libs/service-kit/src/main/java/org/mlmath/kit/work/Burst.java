package org.mlmath.kit.work;

/**
 * Tells a burst from more work than can be done. Thirty requests that come at once may wait for each other: soon all of them are
 * answered. Where a queue stands, though, because as many come as are answered or more, waiting gains nothing: as much is done with a
 * short queue, and all wait less. So a queue that has not been empty for a while is kept short, until for a while nobody had to be refused
 * (after Nichols and Jacobson, <i>Controlling Queue Delay</i>, 2012, who drop packets by the same sign). Short is what is done in an
 * instant: thirty callers each of whom asks for a millisecond's work again as soon as it has been answered are no reason to refuse any.
 */
final class Burst {
    /** For how many pieces of work at a time a queue may stand, … */
    private static final int WORKS = 5;

    /** … but at least so long: what takes milliseconds comes unevenly for other reasons than its callers. */
    private static final long LEAST_NANOS = 50_000_000;

    /** What a caller hardly notices, having had to wait for it. */
    private static final long INSTANT_NANOS = 50_000_000;

    private final int most;
    private final int width;
    private long empty;
    private long refused;
    private boolean stands;

    /**
     * @param most who may wait in a burst
     * @param width how many are worked for at a time: as many may wait where the queue stands, so that nobody is idle
     */
    Burst(int most, int width, long now) {
        this.most = most;
        this.width = width;
        this.empty = now;
    }

    /** Nobody waits any more. */
    synchronized void isEmpty(long now) {
        empty = now;
    }

    /**
     * @param waiting how many wait
     * @param nanos that one of those in progress takes
     * @return whether one more may wait
     */
    synchronized boolean admits(int waiting, long nanos, long now) {
        long patience = Math.max(LEAST_NANOS, WORKS * nanos);
        if (waiting <= 0) {
            empty = now;
        }
        if (!stands && now - empty > patience) {
            stands = true;
            refused = now;
        } else if (stands && now - refused > patience) {
            stands = false;
            empty = now;
        }
        long few = Math.max(width, width * INSTANT_NANOS / Math.max(1, nanos));
        boolean admitted = waiting < (stands ? Math.min(few, most) : most);
        if (!admitted) {
            refused = now;
        }
        return admitted;
    }
}
