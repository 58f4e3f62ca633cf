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

    /**
     * Gateways over which a caller's requests are spread evenly: each allows its part of the allowance. They do not know of each other;
     * with 1 each allows all of it.
     */
    @WithDefault("1")
    int gateways();

    /** In which an allowance that is used up comes back, bit by bit. */
    @WithDefault("60s")
    Duration window();

    /** What a request costs at least: its way through the network and the framework, and the unit in which the headers count. */
    @WithDefault("1ms")
    Duration minimum();

    /** Callers whose accounts are kept, about 500 bytes each. Beyond it those that have not been seen for longest are forgotten. */
    @WithDefault("100000")
    int callers();

    /**
     * Requests of one caller under way at a time, by default as many as one replica of a service takes; more are refused at once, so
     * that nobody holds all the places that others need. A batch counts as one, its requests take turns (see there). 0: any number.
     */
    @WithDefault("256")
    int concurrency();

    /** Addresses or networks ({@code 10.0.0.0/8}) whose {@code X-Forwarded-For} is believed. Nobody's, unless they are named. */
    Optional<List<String>> trustedProxies();
}
