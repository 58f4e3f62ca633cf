package org.mlmath.gateway.batch;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.cpu.CpuCoreSensor;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;

/**
 * The process's own front door as seen from within: what comes in here goes the way of every request, through the same filters, routes
 * and limits to the same resources or services.
 *
 * <p>It listens on a port of its own, of this machine only and in plain HTTP/1.1, so that it does not matter whether callers have to come
 * by TLS, by HTTP/2 or by a socket in the file system; and it answers nobody but this process.
 */
@Singleton
class FrontDoor {
    private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();

    /** As for callers from outside, whose requests these are. */
    private static final int MAX_LINE = 262_144;

    /** Of all batches together; each has few of them at a time. */
    private static final int CONNECTIONS = 512;

    private static final int KEEP_ALIVE_SECONDS = 15;
    private static final int IDLE_SECONDS = 60;

    private final Vertx vertx;
    private final InternalCalls calls;
    private final HttpClient client;
    private final Promise<Integer> port = Promise.promise();

    FrontDoor(Vertx vertx, InternalCalls calls) {
        this.vertx = vertx;
        this.calls = calls;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    void open(@Observes StartupEvent start) {
        DeploymentOptions everyLoop = new DeploymentOptions().setInstances(2 * CpuCoreSensor.availableProcessors());
        vertx.deployVerticle(Listener::new, everyLoop)
                .onFailure(port::tryFail)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    Future<Integer> port() {
        return port.future();
    }

    /** @return a request to this process, marked as its own */
    Future<HttpClientRequest> request(HttpMethod method, String path) {
        return port.future()
                .compose(known -> client.request(new RequestOptions()
                        .setHost(HOST)
                        .setPort(known)
                        .setMethod(method)
                        .setURI(path)))
                .onSuccess(request -> calls.mark(request.headers()));
    }

    private final class Listener extends AbstractVerticle {
        @Override
        public void start(Promise<Void> started) {
            HttpServerOptions options = new HttpServerOptions()
                    .setHost(HOST)
                    .setPort(-1) // any free one, the same for all instances
                    .setMaxInitialLineLength(MAX_LINE)
                    .setMaxHeaderSize(MAX_LINE)
                    .setIdleTimeout(IDLE_SECONDS);
            vertx.createHttpServer(options)
                    .requestHandler(this::admit)
                    .listen()
                    .onSuccess(server -> port.tryComplete(server.actualPort()))
                    .<Void>mapEmpty()
                    .onComplete(started);
        }

        private void admit(HttpServerRequest request) {
            if (calls.isMarked(request)) {
                VertxHttpRecorder.getRootHandler().handle(request);
            } else {
                request.connection().close();
            }
        }
    }
}
