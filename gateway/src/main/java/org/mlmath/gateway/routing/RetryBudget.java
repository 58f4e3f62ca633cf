package org.mlmath.gateway.routing;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests to a service may be sent twice: one for every ten that are sent, so that what is down is not buried under
 * repetitions. What is saved up suffices for the requests in flight when a replica dies, and is there from the beginning.
 */
final class RetryBudget {
    private static final int COST = 10;
    private static final int SAVINGS = 100 * COST;

    /** In tenths of a repetition. */
    private final AtomicInteger balance = new AtomicInteger(SAVINGS);

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
