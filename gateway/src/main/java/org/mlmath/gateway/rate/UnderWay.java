package org.mlmath.gateway.rate;

import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests of each caller are under way. Those who have none take no room. */
@Singleton
public class UnderWay {
    private final int most;
    private final ConcurrentHashMap<String, Integer> byCaller = new ConcurrentHashMap<>();

    UnderWay(RateSettings settings) {
        most = settings.concurrency();
        if (most < 0) {
            throw new IllegalArgumentException("mlmath.rate.concurrency is a number of requests, or 0 for any");
        }
    }

    /** @return whether anybody is bounded */
    public boolean inForce() {
        return most > 0;
    }

    /** @return requests of one caller under way at a time, 0 for any number */
    public int most() {
        return most;
    }

    /** @return whether one more request of this caller may begin; who may says when it has ended */
    public boolean enter(String caller) {
        boolean[] entered = {false};
        byCaller.compute(caller, (name, present) -> {
            int now = present == null ? 0 : present;
            entered[0] = most == 0 || now < most;
            return entered[0] ? Integer.valueOf(now + 1) : present;
        });
        return entered[0];
    }

    public void leave(String caller) {
        byCaller.computeIfPresent(caller, (name, present) -> present == 1 ? null : present - 1);
    }

    /** @return callers with requests under way */
    int callers() {
        return byCaller.size();
    }
}
