package org.mlmath.numerics;

/**
 * Work in equal parts that may turn out too long: as soon as what is done shows that the rest cannot be finished in time, it is refused
 * with how long it would take, rather than given up at the deadline: as too large, or, where it is only that less time is left than such
 * work may have, as too late. Looks again whenever twice as much is done. May be shared by threads.
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
     * @throws LimitExceededException if all the time that work may have would not do, with the facts {@code estimatedSeconds} and
     *     {@code remainingSeconds}
     * @throws DeadlineExceededException when time is over; with the same facts, when what is left of it will not do
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
            double most = deadline.most().toNanos() * 1e-9;
            throw refusal(rest > HOPE * (most - elapsed), elapsed + rest, remaining);
        }
    }

    private static MathException refusal(boolean tooLarge, double estimated, double remaining) {
        String found = "This would take about %.0f s; %.1f s are left.".formatted(estimated, remaining);
        MathException refusal = tooLarge
                ? new LimitExceededException(found + " Ask for less.")
                : new DeadlineExceededException(
                        found + " Allow more time, try again when there is less to do, or ask for less.");
        return refusal.with("estimatedSeconds", Math.rint(estimated))
                .with("remainingSeconds", Math.rint(10 * remaining) / 10);
    }
}
