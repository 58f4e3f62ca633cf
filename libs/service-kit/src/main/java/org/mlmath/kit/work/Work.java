package org.mlmath.kit.work;

import org.mlmath.numerics.Deadline;

/** The work that the current thread is doing for a caller. */
public final class Work {
    static final ScopedValue<Deadline> DEADLINE = ScopedValue.newInstance();

    private Work() {}

    /** @return the deadline of the request being answered; one that never comes where there is no request */
    public static Deadline deadline() {
        return DEADLINE.orElse(Deadline.none());
    }
}
