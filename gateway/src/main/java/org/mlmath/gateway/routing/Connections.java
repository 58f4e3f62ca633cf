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

    /** For which those who come in a burst wait for a connection beyond the time that a new one may take. */
    private static final long BURST_MILLIS = 200;

    private final Vertx vertx;
    private final Upstreams settings;

    private final FastThreadLocal<HttpClient> pooled = clients(true);
    private final FastThreadLocal<HttpClient> streaming = clients(true);
    private final FastThreadLocal<HttpClient> fresh = clients(false);

    Connections(Vertx vertx, Upstreams settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    private FastThreadLocal<HttpClient> clients(boolean kept) {
        return new FastThreadLocal<>() {
            @Override
            protected HttpClient initialValue() {
                return client(kept);
            }
        };
    }

    HttpClient pooled() {
        return pooled.get();
    }

    /** For bodies that are passed on as they come, so that nobody waits for the connection of a slow sender. */
    HttpClient streaming() {
        return streaming.get();
    }

    /** @return milliseconds after which who has no connection will not have one soon */
    long patience() {
        return settings.connectTimeout().toMillis() + BURST_MILLIS;
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
        // What comes in a burst waits rather than having ever more connections: to open one, and to go round among
        // many, takes several times as long as to answer something small.
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(Math.max(1, mostConnections() / 2));
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
