package org.mlmath.gateway.routing;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests to a service may be sent twice: one for every ten that are sent, so that what is down is not buried under
 * repetitions. What busy times save up suffices for the requests in flight when a replica dies.
 */
final class RetryBudget {
    private static final int COST = 10;
    /** As many as a replica has in flight at most by default. */
    private static final int SAVINGS = 256 * COST;

    /** Of the first requests none has been saved for. */
    private static final int BEGINNING = 20 * COST;

    /** In tenths of a repetition. */
    private final AtomicInteger balance = new AtomicInteger(BEGINNING);

    /** A request was sent for the first time. */
    void earn() {
        if (balance.get() < SAVINGS) { // full nearly always: nothing to write
            balance.incrementAndGet();
        }
    }

    /** @return whether a request may be sent once more */
    boolean spend() {
        return balance.getAndUpdate(tenths -> tenths >= COST ? tenths - COST : tenths) >= COST;
    }
}
