package org.mlmath.kit.reuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** The answers that are kept, within a bound in bytes, and the computations that several requests wait for. */
@Singleton
public final class AnswerCache {
    /** Objects, references and the cache's own book-keeping around the bytes of an entry. */
    private static final int OVERHEAD = 300;

    private final CacheSettings settings;
    private final Cache<RequestKey, Entry> entries;
    private final ConcurrentHashMap<RequestKey, Flight> flights = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder collapsed = new LongAdder();

    AnswerCache(CacheSettings settings, MeterRegistry metrics) {
        this.settings = settings;
        Counter evictions = Counter.builder("mlmath.cache.evictions")
                .description("Answers that were given up for want of room or for their age")
                .register(metrics);
        entries = Caffeine.newBuilder()
                .maximumWeight(settings.capacity())
                .weigher((RequestKey key, Entry entry) -> OVERHEAD + key.bytes() + entry.kept.bytes())
                .expireAfterWrite(settings.lifetime())
                .evictionListener((key, entry, cause) -> evictions.increment())
                .executor(Runnable::run) // its book-keeping takes a microsecond, less than another thread would cost
                .build();
        FunctionCounter.builder("mlmath.cache.hits", hits, LongAdder::sum)
                .description("Requests that were answered with what was kept")
                .register(metrics);
        FunctionCounter.builder("mlmath.cache.misses", misses, LongAdder::sum)
                .description("Requests whose answers were looked for and not there")
                .register(metrics);
        FunctionCounter.builder("mlmath.cache.collapsed", collapsed, LongAdder::sum)
                .description("Requests that waited for the computation of another that asked the same")
                .register(metrics);
        Gauge.builder("mlmath.cache.bytes", this, AnswerCache::bytes)
                .description("Bytes of the answers that are kept, and of their requests")
                .baseUnit("bytes")
                .register(metrics);
        Gauge.builder("mlmath.cache.entries", entries, Cache::estimatedSize)
                .description("Answers that are kept")
                .register(metrics);
    }

    private record Entry(Kept kept, long since) {}

    /** What was found, and for how many seconds more it will be there. */
    public record Hit(Kept kept, long secondsLeft) {}

    /** @return what this request was answered with before, or null */
    public Hit find(RequestKey key) {
        Entry entry = entries.getIfPresent(key);
        if (entry == null) {
            misses.increment();
            return null;
        }
        hits.increment();
        long age = System.nanoTime() - entry.since;
        return new Hit(
                entry.kept,
                Math.max(0, TimeUnit.NANOSECONDS.toSeconds(settings.lifetime().toNanos() - age)));
    }

    /** @return whether it will be there for the next who asks: not if it is too large */
    public boolean keep(RequestKey key, Kept kept) {
        if (kept.bytes() > settings.largestAnswer()) {
            return false;
        }
        entries.put(key, new Entry(kept, System.nanoTime()));
        return true;
    }

    /**
     * Has a request computed, unless it is being computed already.
     *
     * @param follower who waits in the latter case
     * @return the flight that the caller now has to land; null where the follower has joined another's
     */
    public Flight lead(RequestKey key, Flight.Follower follower) {
        Flight own = new Flight(landed -> flights.remove(key, landed));
        while (true) {
            Flight other = flights.putIfAbsent(key, own);
            if (other == null) {
                return own;
            }
            if (other.join(follower)) {
                collapsed.increment();
                return null;
            }
            flights.remove(key, other);
        }
    }

    /** Does the book-keeping that is due, and says what is held. */
    private double bytes() {
        entries.cleanUp();
        return entries.policy()
                .eviction()
                .map(bound -> bound.weightedSize().orElse(0))
                .orElse(0L);
    }
}
