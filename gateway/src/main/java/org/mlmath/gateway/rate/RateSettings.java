package org.mlmath.gateway.rate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How much each caller may compute. */
@ConfigMapping(prefix = "mlmath.rate")
public interface RateSettings {
    /** The time of a core that a caller may use in a window, such as {@code 60s}; without it nobody is limited. */
    Optional<Duration> allowance();

    /** In which an allowance that is used up comes back, bit by bit. */
    @WithDefault("60s")
    Duration window();

    /** What a request costs at least: its way through the network and the framework, and the unit in which the headers count. */
    @WithDefault("1ms")
    Duration minimum();

    /** Callers whose accounts are kept, about 500 bytes each. Beyond it those that have not been seen for longest are forgotten. */
    @WithDefault("100000")
    int callers();

    /** Addresses or networks ({@code 10.0.0.0/8}) whose {@code X-Forwarded-For} is believed. Nobody's, unless they are named. */
    Optional<List<String>> trustedProxies();
}
