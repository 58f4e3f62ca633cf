package org.mlmath.kit.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * What large requests have cost lately, by what their heads tell: where they go, with which options, and how long their bodies are. So who
 * asks again and again for what there is no time for is told so before the body has been read, 32 MB each time for nothing.
 *
 * <p>What a request costs is certain only when it has been read. Of those that look alike, the cheapest counts: who is refused by this
 * would have been refused by that.
 */
@Singleton
final class Precedents {
    /** Of each a URI is kept, of 16 KiB at most. */
    private static final int KEPT = 100;

    private static final Duration LATELY = Duration.ofMinutes(1);

    /** Lengths that agree so far are taken for the same: the same numbers have more digits now and then. */
    private static final int BITS = 5;

    private final Cache<Head, Double> seconds =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(LATELY).build();

    private record Head(String uri, long length) {
        static Head of(HttpServerRequest request) {
            long length = BodyReceiver.declaredLength(request);
            int ignored = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(length) - BITS);
            return new Head(request.uri(), length >> ignored << ignored);
        }
    }

    void add(HttpServerRequest request, double cost) {
        seconds.asMap().merge(Head.of(request), cost, Math::min);
    }

    /** @return the seconds that such a request takes at least; 0 where there has been none */
    double least(HttpServerRequest request) {
        Double known = seconds.getIfPresent(Head.of(request));
        return known == null ? 0 : known;
    }
}
