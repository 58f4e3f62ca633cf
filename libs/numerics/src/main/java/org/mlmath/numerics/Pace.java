package org.mlmath.numerics;

/**
 * Work in equal parts that may turn out too long: as soon as what is done shows that the rest cannot be finished in time, it is refused
 * with how long it would take, rather than given up at the deadline. Looks again whenever twice as much is done. May be
 * shared by threads.
 */
public final class Pace {
    /** Shorter times say little of the rest: code is compiled, and others use the processor too. */
    private static final double TELLING_SECONDS = 0.4;

    /** The rest may turn out this much faster than what was measured. */
    private static final double HOPE = 2;

    private final Deadline deadline;
    private final double parts;
    private final long start = System.nanoTime();
    private double nextLook = 1;

    /** @param parts how many there are in all */
    public Pace(double parts, Deadline deadline) {
        this.parts = parts;
        this.deadline = deadline;
    }

    /**
     * @param done parts that are finished
     * @throws LimitExceededException with the facts {@code estimatedSeconds} and {@code remainingSeconds}
     * @throws DeadlineExceededException when time is over
     */
    public synchronized void check(double done) {
        deadline.check();
        if (done < nextLook || done >= parts) {
            return;
        }
        double elapsed = (System.nanoTime() - start) * 1e-9;
        if (elapsed < TELLING_SECONDS) {
            return;
        }
        nextLook = 2 * done;
        double rest = elapsed / done * (parts - done);
        double remaining = deadline.remaining().toNanos() * 1e-9;
        if (rest > HOPE * remaining) {
            throw (LimitExceededException)
                    new LimitExceededException("This would take about %.0f s; %.1f s are left. Ask for less."
                                    .formatted(elapsed + rest, remaining))
                            .with("estimatedSeconds", Math.rint(elapsed + rest))
                            .with("remainingSeconds", Math.rint(10 * remaining) / 10);
        }
    }
}
