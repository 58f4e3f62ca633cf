package org.mlmath.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnderWayTest {
    private static UnderWay bounded(int most) {
        return new UnderWay(new RateSettings() {
            @Override
            public Optional<Duration> allowance() {
                return Optional.empty();
            }

            @Override
            public Duration window() {
                return Duration.ofMinutes(1);
            }

            @Override
            public Duration minimum() {
                return Duration.ofMillis(1);
            }

            @Override
            public int callers() {
                return 1;
            }

            @Override
            public int gateways() {
                return 1;
            }

            @Override
            public int concurrency() {
                return most;
            }

            @Override
            public Optional<List<String>> trustedProxies() {
                return Optional.empty();
            }
        });
    }

    @Test
    void eachCallerHasPlacesOfTheirOwn() {
        UnderWay underWay = bounded(2);
        assertThat(underWay.enter("a")).isTrue();
        assertThat(underWay.enter("a")).isTrue();
        assertThat(underWay.enter("a")).isFalse();
        assertThat(underWay.enter("b")).isTrue();
        underWay.leave("a");
        assertThat(underWay.enter("a")).isTrue();
        assertThat(underWay.enter("a")).isFalse();
    }

    @Test
    void whoHasNothingUnderWayIsForgotten() {
        UnderWay underWay = bounded(1);
        underWay.enter("a");
        underWay.enter("a"); // refused, which leaves nothing behind
        underWay.leave("a");
        assertThat(underWay.callers()).isZero();
        underWay.leave("nobody");
        assertThat(underWay.callers()).isZero();
    }

    @Test
    void withoutABoundEverybodyIsLetIn() {
        UnderWay underWay = bounded(0);
        assertThat(underWay.inForce()).isFalse();
        assertThat(IntStream.range(0, 10_000).allMatch(i -> underWay.enter("a")))
                .isTrue();
    }

    @Test
    void lessThanNoneIsAMistake() {
        assertThatThrownBy(() -> bounded(-1)).hasMessageContaining("mlmath.rate.concurrency");
    }

    @Test
    void manyAtOnceAreNeverMoreThanTheBound() {
        UnderWay underWay = bounded(5);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger highest = new AtomicInteger();
        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                            for (int i = 0; i < 2_000; i++) {
                                if (underWay.enter("a")) {
                                    highest.accumulateAndGet(now.incrementAndGet(), Math::max);
                                    if (ThreadLocalRandom.current().nextBoolean()) {
                                        Thread.yield();
                                    }
                                    now.decrementAndGet();
                                    underWay.leave("a");
                                }
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(highest.get()).isBetween(1, 5);
        assertThat(underWay.callers()).isZero();
    }
}
