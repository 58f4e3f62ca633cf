package org.mlmath.gateway.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the services are and how patiently they are spoken to. */
@ConfigMapping(prefix = "mlmath.gateway")
public interface Upstreams {
    Services upstreams();

    /** Within which a connection must be had, be it new or from the pool. A service that is up accepts in a millisecond. */
    @WithDefault("800ms")
    Duration connectTimeout();

    /** For which nothing may move before an upstream is given up. Longer than the services' own deadline, so that they say it first. */
    @WithDefault("15s")
    Duration idleTimeout();

    /** For which an answer is waited beyond the deadline of its request, so that the service can say itself that time was over. */
    @WithDefault("1s")
    Duration grace();

    /**
     * Requests to one replica in flight at a time, each on a connection of its own; more wait for a connection in a burst, and are
     * refused at once where it is none; where that goes on, fewer are in flight, so that they are answered soon. As much as one slow
     * service can hold, so that it never starves the others.
     */
    @WithDefault("256")
    int connections();

    /** After which the names of services are looked up again, so that a replica that was added gets its share. */
    @WithDefault("2s")
    Duration lookup();

    /** Unused connections are closed after this; shorter than the services' own idle time-out, so that they never close first. */
    @WithDefault("15s")
    Duration keepAlive();

    /** Connections are closed after this, used or not: a cluster balances connections, so new replicas get work only by new ones. */
    @WithDefault("60s")
    Duration connectionLifetime();

    /** Bodies up to this many bytes are held until an answer begins, to be sent again if the connection turns out to be dead. */
    @WithDefault("65536")
    int heldBody();

    /** Bytes of all bodies held at a time; by default an eighth of the heap. Beyond it bodies are passed on as they come. */
    Optional<Long> heldBodies();

    /** By the name in the path: {@code linalg} answers {@code /v1/linalg}. Named one by one, so that the environment can set each. */
    interface Services {
        Upstream linalg();

        Upstream calculus();

        Upstream stats();
    }

    /** One service. */
    interface Upstream {
        /**
         * {@code http://host:port}, or several separated by commas; none where the service runs in this very JVM. A name that has
         * several addresses stands for as many replicas.
         */
        Optional<List<URI>> url();

        /** As {@code mlmath.gateway.idle-timeout}, for this service alone: that of all by default. */
        Optional<Duration> idleTimeout();

        /** As {@code mlmath.gateway.connections}, for the replicas of this service alone: as of all by default. */
        Optional<Integer> connections();
    }
}
