package org.mlmath.kit.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mlmath.kit.coding.ContentCoding;
import org.mlmath.kit.coding.Representation;

/** What is kept stays within its bound, and nobody gets what was another's. */
class AnswerCacheTest {
    private static final int CAPACITY = 100_000;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AnswerCache cache = new AnswerCache(settings(), metrics);

    private static CacheSettings settings() {
        return new CacheSettings() {
            @Override
            public Optional<Long> bytes() {
                return Optional.of((long) CAPACITY);
            }

            @Override
            public int body() {
                return 65_536;
            }

            @Override
            public Duration worthwhile() {
                return Duration.ZERO;
            }

            @Override
            public Duration lifetime() {
                return Duration.ofHours(1);
            }
        };
    }

    private static RequestKey key(String body) {
        return new RequestKey("/v1/a", "", body.getBytes(StandardCharsets.US_ASCII));
    }

    private static Kept answer(int length) {
        return new Kept.Answer(new Representation("application/json", new byte[length]));
    }

    @Test
    void itGrowsToItsBoundAndNotBeyond() {
        for (int i = 0; i < 1_000; i++) {
            cache.keep(key("request " + i), answer(500));
        }
        assertThat(metrics.get("mlmath.cache.bytes").gauge().value()).isBetween(0.8 * CAPACITY, (double) CAPACITY);
        assertThat(metrics.get("mlmath.cache.evictions").counter().count()).isGreaterThan(800);
        assertThat(metrics.get("mlmath.cache.entries").gauge().value()).isLessThan(100);
    }

    @Test
    void whatWouldCrowdOutAllElseIsNotKept() {
        assertThat(cache.keep(key("a"), answer(CAPACITY / 64))).isTrue();
        assertThat(cache.keep(key("b"), answer(CAPACITY / 32))).isFalse();
        assertThat(cache.find(key("b"))).isNull();
    }

    @Test
    void hitsAndMissesAreCounted() {
        cache.keep(key("a"), answer(10));
        cache.find(key("a"));
        cache.find(key("b"));
        cache.find(key("c"));
        assertThat(metrics.get("mlmath.cache.hits").functionCounter().count()).isEqualTo(1);
        assertThat(metrics.get("mlmath.cache.misses").functionCounter().count()).isEqualTo(2);
    }

    @Test
    void bodiesThatCollideAreKeptApart() {
        List<RequestKey> keys = new ArrayList<>();
        for (int i = 0; i < 64; i++) { // every one of the same hash
            StringBuilder body = new StringBuilder();
            for (int bit = 0; bit < 6; bit++) {
                body.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            keys.add(key(body.toString()));
        }
        assertThat(keys.stream().map(RequestKey::hashCode).distinct()).hasSize(1);
        for (int i = 0; i < keys.size(); i++) {
            cache.keep(keys.get(i), answer(i));
        }
        for (int i = 0; i < keys.size(); i++) {
            Kept.Answer kept = (Kept.Answer) cache.find(keys.get(i)).kept();
            assertThat(kept.representation().in(ContentCoding.IDENTITY)).hasSize(i);
        }
    }

    @Test
    void everyPartOfAKeyCounts() {
        byte[] body = {1, 2};
        RequestKey key = new RequestKey("/v1/a", "", body);
        assertThat(key).isEqualTo(new RequestKey("/v1/a", "", body.clone()));
        for (RequestKey other : List.of(
                new RequestKey("/v1/b", "", body),
                new RequestKey("/v1/a", "x", body),
                new RequestKey("/v1/a", "", new byte[] {2, 1}))) {
            assertThat(key).isNotEqualTo(other);
            assertThat(key.compareTo(other)).isNotZero().isEqualTo(-other.compareTo(key));
        }
    }

    @Test
    void aFlightLandsOnce() {
        List<String> told = new ArrayList<>();
        Flight flight = cache.lead(key("a"), null);
        assertThat(cache.lead(key("a"), follower("first", told))).isNull();
        flight.abandon();
        flight.land(answer(1));
        assertThat(told).containsExactly("first unanswered true");
        Flight next = cache.lead(key("a"), null);
        assertThat(next).isNotNull();
        assertThat(cache.lead(key("a"), follower("second", told))).isNull();
        next.land(answer(1));
        next.disband();
        assertThat(told).containsExactly("first unanswered true", "second answered");
    }

    @Test
    void aFlightGoesOnWithoutItsLeaderForAsLongAsAnybodyWaits() {
        List<String> told = new ArrayList<>();
        Flight alone = cache.lead(key("b"), null);
        assertThat(alone.outlivesItsLeader(() -> told.add("over"))).isFalse();
        alone.abandon();

        Flight flight = cache.lead(key("a"), null);
        Flight.Follower first = follower("first", told);
        Flight.Follower second = follower("second", told);
        cache.lead(key("a"), first);
        cache.lead(key("a"), second);
        assertThat(flight.outlivesItsLeader(() -> told.add("over"))).isTrue();
        flight.leave(first);
        assertThat(told).isEmpty();
        flight.leave(second);
        flight.leave(second);
        assertThat(told).containsExactly("over");
    }

    @Test
    void whatWasComputedWithoutItsLeaderIsOverOnceItHasLanded() {
        List<String> told = new ArrayList<>();
        Flight flight = cache.lead(key("a"), null);
        cache.lead(key("a"), follower("first", told));
        assertThat(flight.outlivesItsLeader(() -> told.add("over"))).isTrue();
        flight.land(answer(1));
        flight.abandon();
        assertThat(told).containsExactly("first answered", "over");
        assertThat(flight.outlivesItsLeader(() -> told.add("too late"))).isFalse();
    }

    private static Flight.Follower follower(String name, List<String> told) {
        return new Flight.Follower() {
            @Override
            public void joined(Flight flight) {}

            @Override
            public void answered(Kept kept) {
                told.add(name + " answered");
            }

            @Override
            public void unanswered(boolean together) {
                told.add(name + " unanswered " + together);
            }
        };
    }

    @Test
    void theUsualCostFollowsWhatRequestsCost() {
        UsualCost usual = new UsualCost();
        assertThat(usual.reaches(1_000_000)).isTrue(); // nobody knows yet
        usual.add(5_000_000);
        assertThat(usual.reaches(1_000_000)).isTrue();
        for (int i = 0; i < 200; i++) {
            usual.add(10_000);
        }
        assertThat(usual.reaches(20_000)).isFalse();
        for (int i = 0; i < 20; i++) {
            usual.add(1_000_000);
        }
        assertThat(usual.reaches(20_000)).isTrue();
    }
}
