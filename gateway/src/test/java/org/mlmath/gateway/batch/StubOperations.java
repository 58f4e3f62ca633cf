package org.mlmath.gateway.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Operations behind the front door that do what a test wants, and the ones that the documented batch asks for. */
@Singleton
class StubOperations {
    private static final int BEFORE_THE_UPSTREAMS = 50;

    /** How many requests the lane of this stub takes at a time. */
    static final int LANE = 2;

    final Map<String, List<String>> headers = new ConcurrentHashMap<>();
    final AtomicInteger begun = new AtomicInteger();
    final AtomicInteger left = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final ObjectMapper json = new ObjectMapper();

    void mount(@Observes Router router) {
        router.route("/v1/linalg/matrices/*").order(BEFORE_THE_UPSTREAMS).handler(this::asDocumented);
        router.route("/v1/test/echo").order(BEFORE_THE_UPSTREAMS).handler(this::echo);
        router.route("/v1/test/lane").order(BEFORE_THE_UPSTREAMS).handler(this::lane);
        router.route("/v1/test/slow").order(BEFORE_THE_UPSTREAMS).handler(this::slow);
        router.route("/v1/test/hang").order(BEFORE_THE_UPSTREAMS).handler(this::hang);
        router.route("/v1/test/full").order(BEFORE_THE_UPSTREAMS).handler(call -> call.response()
                .setStatusCode(503)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Retry-After", "7")
                .end("{\"type\":\"/problems/overloaded\"}"));
        router.route("/v1/test/picture").order(BEFORE_THE_UPSTREAMS).handler(call -> call.response()
                .putHeader("Content-Type", "image/png")
                .end("PNG"));
        router.route("/v1/test/nothing")
                .order(BEFORE_THE_UPSTREAMS)
                .handler(call -> call.response().setStatusCode(404).end());
        router.route("/v1/test/too-late").order(BEFORE_THE_UPSTREAMS).handler(call -> late(call, "0.000"));
        router.route("/v1/test/unfinished").order(BEFORE_THE_UPSTREAMS).handler(call -> late(call, "3.500"));
        router.route("/v1/test/breaks-off").order(BEFORE_THE_UPSTREAMS).handler(this::breakOff);
        router.route("/v1/test/large").order(BEFORE_THE_UPSTREAMS).handler(call -> call.response()
                .putHeader("Content-Type", "application/json")
                .end("\"" + "x".repeat(1 << 20) + "\""));
    }

    private void asDocumented(RoutingContext call) {
        HttpServerRequest request = call.request();
        request.body().onSuccess(body -> {
            try {
                JsonNode batch = json.readTree(StubOperations.class.getResourceAsStream("/examples/runBatch.json"))
                        .get(0);
                for (int i = 0; i < 2; i++) {
                    JsonNode item = batch.at("/request/requests/" + i);
                    if (item.path("path").asText().equals(request.path())
                            && item.path("body").equals(json.readTree(body.getBytes()))) {
                        JsonNode answer = batch.at("/response/responses/" + i);
                        call.response()
                                .setStatusCode(answer.path("status").asInt())
                                .putHeader("Content-Type", "application/json")
                                .end(answer.path("body").toString());
                        return;
                    }
                }
                call.response().setStatusCode(404).end();
            } catch (IOException e) {
                call.fail(e);
            }
        });
        request.resume();
    }

    private void echo(RoutingContext call) {
        HttpServerRequest request = call.request();
        String id = request.getHeader("X-Request-Id");
        List<String> seen = new ArrayList<>();
        request.headers().forEach(header -> seen.add(header.getKey() + ": " + header.getValue()));
        headers.put(id, seen);
        request.body().onSuccess(body -> call.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Mlmath-Cost", "0.25")
                .end(body.length() == 0 ? Buffer.buffer("\"" + request.method() + " " + request.uri() + "\"") : body));
        request.resume();
    }

    /** Takes two at a time and refuses the third, as a full lane does. */
    private void lane(RoutingContext call) {
        int present = atOnce.incrementAndGet();
        most.accumulateAndGet(present, Math::max);
        if (present > LANE) {
            atOnce.decrementAndGet();
            call.response()
                    .setStatusCode(503)
                    .putHeader("Content-Type", "application/problem+json")
                    .end("{}");
            return;
        }
        call.vertx().setTimer(40, done -> {
            atOnce.decrementAndGet();
            answer(call, "true");
        });
    }

    private void slow(RoutingContext call) {
        begun.incrementAndGet();
        call.vertx().setTimer(200, done -> answer(call, "\"slow\""));
    }

    private void hang(RoutingContext call) {
        begun.incrementAndGet();
        call.addEndHandler(end -> left.incrementAndGet());
    }

    private static void late(RoutingContext call, String milliseconds) {
        call.response()
                .setStatusCode(504)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader(
                        "Server-Timing",
                        "queue;dur=1.000, read;dur=0.010, compute;dur=%s, serialize;dur=0.020".formatted(milliseconds))
                .end("{\"type\":\"/problems/deadline-exceeded\"}");
    }

    private void breakOff(RoutingContext call) {
        call.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Content-Length", "1000")
                .write("{")
                .onComplete(written -> call.request().connection().close());
    }

    private static void answer(RoutingContext call, String body) {
        if (!call.response().closed()) {
            call.response().putHeader("Content-Type", "application/json").end(body);
        }
    }
}
