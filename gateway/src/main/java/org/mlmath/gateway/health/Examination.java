package org.mlmath.gateway.health;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.mlmath.gateway.health.Health.Status;
import org.mlmath.gateway.routing.Replica;
import org.mlmath.gateway.routing.Upstream;
import org.mlmath.gateway.routing.UpstreamRoutes;

/**
 * Asks each service for something small where it is a process of its own, and this process whether it is ready where it is not. Results are kept for a second: asking often
 * costs nothing.
 */
@ApplicationScoped
class Examination {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** In this process: the first time it loads what it examines. */
    private static final Duration PATIENCE_HERE = Duration.ofSeconds(3);

    private static final Duration KEPT = Duration.ofSeconds(1);

    private final SmallRyeHealthReporter reporter;
    private final Map<String, Upstream> upstreams;
    private final HttpClient client;
    private final String version;

    /** Unsynchronised on purpose: two that ask at the same moment may both examine. */
    private volatile Report latest =
            new Report(System.nanoTime() - KEPT.toNanos(), Uni.createFrom().nothing());

    Examination(
            Vertx vertx,
            UpstreamRoutes routes,
            SmallRyeHealthReporter reporter,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.reporter = reporter;
        this.upstreams = routes.upstreams();
        this.version = version;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) PATIENCE.toMillis()));
    }

    Uni<Health> perform() {
        long now = System.nanoTime();
        if (now - latest.at >= KEPT.toNanos()) {
            latest = new Report(now, examine().memoize().indefinitely());
        }
        return latest.health;
    }

    private Uni<Health> examine() {
        Uni<Status> here = readiness().memoize().indefinitely();
        List<Uni<Status>> found = UpstreamRoutes.SERVICES.stream()
                .map(service -> upstreams.containsKey(service) ? visit(upstreams.get(service)) : here)
                .toList();
        return Uni.join().all(found).andFailFast().map(this::report);
    }

    private Health report(List<Status> found) {
        Map<String, Status> services = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            services.put(UpstreamRoutes.SERVICES.get(i), found.get(i));
        }
        boolean all = found.stream().allMatch(status -> status == Status.UP);
        return new Health(all ? Status.UP : Status.DEGRADED, version, services);
    }

    private Uni<Status> readiness() {
        return reporter.getReadinessAsync()
                .map(health -> isUp(health) ? Status.UP : Status.DOWN)
                .ifNoItem()
                .after(PATIENCE_HERE)
                .recoverWithItem(Status.DOWN)
                .onFailure()
                .recoverWithItem(Status.DOWN);
    }

    private static boolean isUp(SmallRyeHealth health) {
        return HealthCheckResponse.Status.UP.name().equals(health.getPayload().getString("status"));
    }

    /** A service is up if one of its replicas is. */
    private Uni<Status> visit(Upstream upstream) {
        List<Uni<Status>> found = upstream.replicas().stream()
                .map(replica -> visit(upstream.service(), replica))
                .toList();
        return found.isEmpty()
                ? Uni.createFrom().item(Status.DOWN)
                : Uni.join().all(found).andFailFast().map(all -> all.contains(Status.UP) ? Status.UP : Status.DOWN);
    }

    /**
     * A replica is up if it answers at all; that nothing is at this path is an answer. A fault or an overload of its own is not. Nor
     * is one up to which requests are not passed on, whatever it would answer.
     */
    private Uni<Status> visit(String service, Replica replica) {
        if (!replica.isTried()) {
            return Uni.createFrom().item(Status.DOWN);
        }
        RequestOptions request = replica.target()
                .setMethod(HttpMethod.HEAD)
                .setURI("/v1/" + service)
                .setConnectTimeout(PATIENCE.toMillis())
                .setIdleTimeout(PATIENCE.toMillis());
        return Uni.createFrom().completionStage(() -> client.request(request)
                .compose(outgoing -> outgoing.send())
                .map(answer -> answer.statusCode() < 500 ? Status.UP : Status.DOWN)
                .recover(failure -> Future.succeededFuture(Status.DOWN))
                .toCompletionStage());
    }

    private record Report(long at, Uni<Health> health) {}
}
