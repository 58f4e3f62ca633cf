package org.mlmath.gateway.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * An account for each caller. One that is full again is the same as none, so it is forgotten as soon as that: memory holds those who
 * were there in the last window, and those who have overdrawn.
 */
@Singleton
public class Allowances {
    /** The largest cost that is charged at a time; no computation may take as long. */
    private static final double MOST_SECONDS = 3_600;

    private final RateSettings settings;
    private final double unitSeconds;
    private final Cache<String, Account> accounts;

    Allowances(RateSettings settings) {
        this.settings = settings;
        unitSeconds = settings.minimum().toNanos() / 1e9;
        if (settings.gateways() < 1) {
            throw new IllegalArgumentException("mlmath.rate.gateways is a number of gateways, this one included");
        }
        if (!(unitSeconds > 0) || settings.window().toNanos() <= 0) {
            throw new IllegalArgumentException("mlmath.rate.minimum and mlmath.rate.window are longer than nothing");
        }
        accounts = Caffeine.newBuilder()
                .maximumSize(settings.callers())
                .expireAfter(Expiry.accessing((String caller, Account account) -> untilForgotten(account)))
                .build();
    }

    /** A request may be under way for which it is not charged yet. */
    private Duration untilForgotten(Account account) {
        return settings.window().plusNanos(account.nanosUntilFull());
    }

    /** @return whether anybody is limited */
    public boolean inForce() {
        return settings.allowance().isPresent();
    }

    /** @param own the caller's own allowance, or null where it is everybody's */
    public Account of(String caller, Duration own) {
        Account known = accounts.getIfPresent(caller);
        long quota = units(own == null ? settings.allowance().orElseThrow() : own);
        if (known != null && known.hasQuota(quota)) {
            return known;
        }
        return accounts.asMap()
                .compute(
                        caller,
                        (name, present) -> present != null && present.hasQuota(quota)
                                ? present
                                : new Account(quota, settings.window()));
    }

    private long units(Duration allowance) {
        return Math.max(1, Math.round(allowance.toNanos() / 1e9 / unitSeconds / settings.gateways()));
    }

    /** Charges what an answer cost beyond the least, which its request was charged for when it was let in. */
    public void charge(String caller, Account account, double seconds) {
        double known = seconds >= 0 ? Math.min(seconds, MOST_SECONDS) : 0; // not a number is not greater
        long units = (long) Math.ceil(known / unitSeconds - 1e-9) - 1;
        if (units > 0) {
            account.charge(units);
            accounts.asMap().put(caller, account); // for as long as it now takes to come back
        }
    }

    /** @return how many accounts are kept, about */
    long known() {
        accounts.cleanUp();
        return accounts.estimatedSize();
    }

    /** @return nanoseconds as seconds, for requests whose cost nobody said */
    public static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
