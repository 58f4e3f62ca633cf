package org.mlmath.gateway.routing;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.work.Limits;

/** A route for each service that has an address. Without one there is no route, and the resources in this JVM answer. */
@Singleton
public class UpstreamRoutes {
    /** Each by its name in the path, as documentation orders them. */
    public static final List<String> SERVICES = List.of("linalg", "calculus", "stats");

    /** After what is done to every request (identity, CORS, limits: below 0), before the resources (above 20,000). */
    private static final int ORDER = 100;

    private final Map<String, Upstream> upstreams = new LinkedHashMap<>();
    private final Lookup lookup;
    private final Relay relay;

    UpstreamRoutes(Vertx vertx, Upstreams settings, Limits limits, MeterRegistry registry) {
        UpstreamMetrics metrics = new UpstreamMetrics(registry);
        long held = settings.heldBodies().orElse(Runtime.getRuntime().maxMemory() / 8);
        relay = new Relay(settings, limits, new Connections(vertx, settings), new HeldBodies(held), metrics);
        lookup = new Lookup(vertx, settings.lookup());
        Upstreams.Services services = settings.upstreams();
        follow("linalg", services.linalg(), settings);
        follow("calculus", services.calculus(), settings);
        follow("stats", services.stats(), settings);
    }

    private void follow(String service, Upstreams.Upstream one, Upstreams all) {
        one.url().filter(list -> !list.isEmpty()).ifPresent(list -> {
            Upstream upstream = new Upstream(
                    service,
                    one.idleTimeout().orElse(all.idleTimeout()),
                    one.connections().orElse(all.connections()));
            upstreams.put(service, upstream);
            lookup.follow(upstream, list, change -> relay.metrics().changed(upstream, change));
        });
    }

    void mount(@Observes Router router) {
        upstreams.forEach((service, upstream) -> router.route("/v1/" + service + "/*")
                .order(ORDER)
                .handler(context -> new Exchange(context, upstream, relay).begin()));
    }

    /** @return the services that run elsewhere, each by its name */
    public Map<String, Upstream> upstreams() {
        return upstreams;
    }

    @PreDestroy
    void close() {
        lookup.close();
    }
}
