package org.mlmath.kit.observe;

import java.time.Duration;
import java.util.stream.DoubleStream;

/** The bounds of histograms: three to a decade, so that a quantile read from them is right within a factor of 1.6. */
public final class Buckets {
    /** From where a small request lies to the deadline of a long one. */
    public static final Duration[] LATENCY = DoubleStream.of(
                    1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToObj(millis -> Duration.ofNanos(Math.round(millis * 1e6)))
            .toArray(Duration[]::new);

    private Buckets() {}
}
