package org.mlmath.gateway.routing;

import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Connections to services, HTTP/1.1. Each event loop has a pool of its own, so that a request and its answer stay on the thread that
 * they came in on: to wake another one costs as much as all else that is done for a small request.
 */
final class Connections {
    /** A closing connection may finish the answer it is giving for this long. */
    private static final long DRAIN_SECONDS = 30;

    private final Vertx vertx;
    private final Upstreams settings;

    private final FastThreadLocal<HttpClient> pooled = new FastThreadLocal<>() {
        @Override
        protected HttpClient initialValue() {
            return client(true);
        }
    };

    private final FastThreadLocal<HttpClient> fresh = new FastThreadLocal<>() {
        @Override
        protected HttpClient initialValue() {
            return client(false);
        }
    };

    Connections(Vertx vertx, Upstreams settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    HttpClient pooled() {
        return pooled.get();
    }

    /** For what is sent again: where one pooled connection was dead the next is likely to be. */
    HttpClient fresh() {
        return fresh.get();
    }

    private HttpClient client(boolean kept) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setKeepAlive(kept)
                .setKeepAliveTimeout(Math.toIntExact(settings.keepAlive().toSeconds()));
        // Whoever has a place with a replica (see there) has a connection: nobody waits for one here.
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(mostConnections());
        return vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                .withConnectHandler(connection -> {
                    FirstByte.watch(connection);
                    limitLifetime(connection);
                })
                .build();
    }

    private int mostConnections() {
        Upstreams.Services services = settings.upstreams();
        return Stream.of(services.linalg(), services.calculus(), services.stats())
                .mapToInt(service -> service.connections().orElse(settings.connections()))
                .max()
                .orElseThrow();
    }

    /** The pool knows no age. A quarter more or less keeps connections that were opened together from closing together. */
    private void limitLifetime(HttpConnection connection) {
        Duration lifetime = settings.connectionLifetime();
        long millis = Math.max(
                1, Math.round(lifetime.toMillis() * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
        long timer = vertx.setTimer(millis, id -> connection.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS));
        connection.closeHandler(closed -> vertx.cancelTimer(timer));
    }
}
