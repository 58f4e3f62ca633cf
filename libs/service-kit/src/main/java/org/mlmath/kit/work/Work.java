package org.mlmath.kit.work;

import java.util.concurrent.ThreadLocalRandom;
import org.mlmath.numerics.Deadline;

/** The work that the current thread is doing for a caller. */
public final class Work {
    /** Seeds are integers that a double, and so JSON everywhere, holds exactly. */
    private static final long SEEDS = 1L << 53;

    static final ScopedValue<Ticket> CURRENT = ScopedValue.newInstance();

    private Work() {}

    /** @return the deadline of the request being answered; one that never comes where there is no request */
    public static Deadline deadline() {
        return CURRENT.isBound() ? CURRENT.get().deadline() : Deadline.none();
    }

    /** @return what the request being answered holds; nobody's where there is no request */
    public static Account account() {
        return CURRENT.isBound() ? CURRENT.get() : Account.NONE;
    }

    /** @return where the work tells how it goes on; to nobody where the answer is not asked for as a stream */
    public static Progress progress() {
        boolean streamed = CURRENT.isBound() && CURRENT.get().stream() != null;
        return streamed ? CURRENT.get().stream() : Progress.NONE;
    }

    /**
     * The seed of a computation: the one given, or else one drawn now, in which case the answer will not be cached.
     *
     * @param given 0 … 2^53 - 1, or null
     */
    public static long seed(Long given) {
        if (given != null) {
            return given;
        }
        if (CURRENT.isBound()) {
            CURRENT.get().drewSeed();
        }
        return ThreadLocalRandom.current().nextLong(SEEDS);
    }
}
