package org.mlmath.gateway.routing;

import io.netty.buffer.Unpooled;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Services behind the gateway that behave as services do on bad days: linalg by its path, with two replicas and a third that is down,
 * calculus is down, stats accepts connections and never answers.
 */
public class StubServices implements QuarkusTestResourceLifecycleManager {
    private final Map<String, HttpServerResponse> waiting = new ConcurrentHashMap<>();
    private final Map<String, String> closed = new ConcurrentHashMap<>();
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private final Set<HttpConnection> served = ConcurrentHashMap.newKeySet();
    private Vertx vertx;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        NetServer stats = vertx.createNetServer().connectHandler(socket -> {});
        String linalg = "http://127.0.0.1:%d,http://127.0.0.1:%d,http://localhost:%d"
                .formatted(startLinalg(), closedPort(), startLinalg());
        int statsPort = await(stats.listen(0, "127.0.0.1")).actualPort();
        return Map.of(
                "mlmath.gateway.upstreams.linalg.url",
                linalg,
                "mlmath.gateway.upstreams.calculus.url",
                "http://127.0.0.1:" + closedPort(),
                "mlmath.gateway.upstreams.stats.url",
                "http://127.0.0.1:" + statsPort,
                "mlmath.gateway.upstreams.stats.idle-timeout",
                "1500ms"); // a busy machine may be still for a while
    }

    private int startLinalg() {
        HttpServer server = vertx.createHttpServer().requestHandler(this::answer);
        return await(server.listen(0, "127.0.0.1")).actualPort();
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpServerRequest request) {
        String path = request.path().replace("/v1/linalg", "").replace("/", "");
        HttpServerResponse response = request.response();
        switch (path) {
            case "packed" ->
                request.body().onSuccess(body -> response.putHeader("Content-Type", "application/json")
                        .putHeader("Content-Encoding", request.getHeader("Content-Encoding"))
                        .putHeader("Cache-Status", "mlmath; hit; ttl=3")
                        .putHeader("Server-Timing", "compute;dur=0.010")
                        .putHeader("Mlmath-Cost", "0.000010")
                        .putHeader("Vary", "accept-encoding")
                        .putHeader("ETag", "\"a-gzip\"")
                        .end(body));
            case "echo" ->
                request.body().onSuccess(body -> response.putHeader("Content-Type", "application/json")
                        .putHeader("X-Request-Id", String.valueOf(request.getHeader("X-Request-Id")))
                        .putHeader("Mlmath-Version", "stub")
                        .putHeader("Access-Control-Allow-Origin", "http://stub")
                        .putHeader("Connection", "keep-alive")
                        .end(described(request, body).encode()));
            case "kept-by-caches" ->
                response.putHeader("Cache-Control", "public, max-age=86400").end();
            case "costs-half-a-second" ->
                response.putHeader("Mlmath-Cost", "0.500000").end();
            case "problem" ->
                response.setStatusCode(422)
                        .putHeader("Content-Type", "application/problem+json")
                        .putHeader("Content-Length", "52")
                        .end("{\"type\":\"/problems/singular-matrix\" ,  \"status\":422}");
            case "length" -> {
                long[] length = {0};
                request.handler(chunk -> length[0] += chunk.length());
                request.endHandler(ended -> response.end(Long.toString(length[0])));
            }
            case "first-line" -> {
                response.setChunked(true).write("{\"type\":\"point\"}\n");
                waiting.put("lines", response);
            }
            case "last-line" -> {
                waiting.remove("lines").end("{\"type\":\"result\"}\n");
                response.end();
            }
            case "replica" ->
                response.end(Integer.toString(request.localAddress().port()));
            case "closes-once" -> {
                String here = Integer.toString(request.localAddress().port());
                String first = closed.putIfAbsent(request.getHeader("Case"), here);
                if (first == null) {
                    request.connection().close();
                } else {
                    request.body().onSuccess(body -> response.putHeader("First", first)
                            .putHeader("Second", here)
                            .end(body));
                }
            }
            case "fails" -> {
                times(request);
                response.setStatusCode(Integer.parseInt(request.getHeader("Status")))
                        .end();
            }
            case "says" -> {
                times(request);
                // Not through the response, which would write a head, as a whole.
                ((ConnectionBase) request.connection())
                        .channel()
                        .pipeline()
                        .firstContext()
                        .writeAndFlush(Unpooled.copiedBuffer(
                                new String(
                                        Base64.getDecoder().decode(request.getHeader("Bytes")),
                                        StandardCharsets.ISO_8859_1),
                                StandardCharsets.ISO_8859_1))
                        .addListener(written -> request.connection().close());
            }
            case "much-in-its-head" -> {
                times(request);
                for (int i = 0; i < 1000; i++) {
                    response.putHeader("X-" + i, "value");
                }
                response.end("{}");
            }
            case "once-per-connection" -> {
                if (served.add(request.connection())) {
                    vertx.setTimer(50, later -> response.end("{}"));
                } else {
                    request.connection().close();
                }
            }
            case "times" -> response.end(String.valueOf(seen.getOrDefault(request.getHeader("Case"), 0)));
            case "breaks-off" -> {
                times(request);
                response.putHeader("Content-Length", request.getHeader("Length"))
                        .write("half of")
                        .onComplete(written -> request.connection().close());
            }
            default -> response.setStatusCode(404).end();
        }
    }

    private int times(HttpServerRequest request) {
        return seen.merge(request.getHeader("Case"), 1, Integer::sum);
    }

    private static JsonObject described(HttpServerRequest request, Buffer body) {
        JsonObject headers = new JsonObject();
        request.headers()
                .forEach(header -> headers.put(header.getKey().toLowerCase(java.util.Locale.ROOT), header.getValue()));
        return new JsonObject()
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("headers", headers)
                .put("body", body.toString());
    }

    @Override
    public void stop() {
        if (vertx != null) {
            await(vertx.close());
        }
    }
}
