package org.mlmath.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;

/** The least that can stand in front of a service: what vertx-http-proxy does by itself, on as many event loops as the gateway has. */
public final class BareHop {
    private BareHop() {}

    /** @param arguments the port of the service */
    public static void main(String[] arguments) {
        int upstream = Integer.parseInt(arguments[0]);
        int port = Integer.getInteger("quarkus.http.port");
        Vertx.vertx()
                .deployVerticle(
                        () -> new AbstractVerticle() {
                            @Override
                            public void start(Promise<Void> started) {
                                PoolOptions pool = new PoolOptions().setHttp1MaxSize(256);
                                HttpProxy proxy = HttpProxy.reverseProxy(vertx.createHttpClient(pool))
                                        .origin(upstream, "127.0.0.1");
                                vertx.createHttpServer()
                                        .requestHandler(proxy)
                                        .listen(port, "127.0.0.1")
                                        .<Void>mapEmpty()
                                        .onComplete(started);
                            }
                        },
                        new DeploymentOptions()
                                .setInstances(2 * Runtime.getRuntime().availableProcessors()))
                .onFailure(failure -> System.exit(1));
    }
}
