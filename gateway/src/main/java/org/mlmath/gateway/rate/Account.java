package org.mlmath.gateway.rate;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What one caller has left, counted in requests of the least cost; one that computes for longer counts as several. What is used comes
 * back evenly, and what an answer cost beyond what was left has to come back first.
 */
public final class Account {
    private final Bucket bucket;
    private final long quota;
    private final long windowSeconds;

    Account(long quota, Duration window) {
        this.quota = quota;
        this.windowSeconds = Math.max(1, window.toSeconds());
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, window))
                .withNanosecondPrecision()
                .build();
    }

    boolean hasQuota(long expected) {
        return quota == expected;
    }

    /** Charges a request for the least that it can cost, if there is anything left. */
    public boolean enter() {
        return bucket.tryConsume(1);
    }

    void charge(long units) {
        if (units > 0) {
            bucket.consumeIgnoringRateLimits(units);
        }
    }

    /** @return whole seconds until the next request is let in, 0 if it would be now */
    public long secondsToWait() {
        long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }

    long nanosUntilFull() {
        return bucket.estimateAbilityToConsume(quota).getNanosToWaitForRefill();
    }

    /** @return the value of {@code RateLimit-Policy} */
    public String policy() {
        return "\"compute\";q=" + quota + ";w=" + windowSeconds;
    }

    /** @return the value of {@code RateLimit}: what is left, and in how many seconds there will be more */
    public String state() {
        long left = Math.max(0, bucket.getAvailableTokens());
        return "\"compute\";r=" + left + (left == quota ? "" : ";t=" + Math.max(1, secondsToWait()));
    }
}
