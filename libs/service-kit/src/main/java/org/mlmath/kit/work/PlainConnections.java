package org.mlmath.kit.work;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Nothing here speaks WebSocket: where its compression is not offered, every message passes through one handler less. */
@Singleton
public class PlainConnections implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        leaveOut(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        leaveOut(options);
    }

    private static void leaveOut(HttpServerOptions options) {
        options.setPerFrameWebSocketCompressionSupported(false).setPerMessageWebSocketCompressionSupported(false);
    }
}
