package org.mlmath.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators see of requests. Here somebody traces, and the access log is on. */
@QuarkusTest
class ObservationTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final List<String> LISTENED_TO = List.of("org.mlmath", "org.mlmath.access");
    private static final String ECHO = "{\"matrix\": [[1, 2], [3, 4]]}";

    @TestHTTPResource("/v1/probe/slow")
    URI slow;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metricsPage;

    private final Queue<ExtLogRecord> log = new ConcurrentLinkedQueue<>();

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            ExtLogRecord entry = ExtLogRecord.wrap(line);
            entry.copyMdc();
            log.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LISTENED_TO.forEach(name -> Logger.getLogger(name).addHandler(listener));
    }

    @AfterEach
    void listenNoMore() {
        LISTENED_TO.forEach(name -> Logger.getLogger(name).removeHandler(listener));
        ProbeResource.gate.countDown();
    }

    private static Response post(String path, String body) {
        return given().contentType("application/json").body(body).post("/v1/probe/" + path);
    }

    private List<String> metrics(String name) {
        return given().accept("text/plain")
                .get(metricsPage)
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .toList();
    }

    private double count(String... labels) {
        return metrics("mlmath_requests_total").stream()
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void pathsThatCallersMakeUpShareOneLabel() {
        double before = count("operation=\"none\"", "status=\"404\"", "problem=\"not-found\"");
        int series = metrics("mlmath_requests_total").size();
        for (int i = 0; i < 30; i++) {
            given().get("/v1/probe/made-up-" + i).then().statusCode(404);
            given().get("/made/up/" + i).then().statusCode(404);
        }
        assertThat(count("operation=\"none\"", "status=\"404\"", "problem=\"not-found\""))
                .isEqualTo(before + 60);
        assertThat(metrics("mlmath_requests_total").size()).isLessThanOrEqualTo(series + 1);
    }

    @Test
    void theGetFormCountsAsTheOperationItAsksFor() {
        String[] echo = {"service=\"probe\"", "operation=\"echo\"", "status=\"200\"", "problem=\"none\""};
        double before = count(echo);
        post("echo", ECHO).then().statusCode(200);
        given().queryParam("request", ECHO).get("/v1/probe/echo").then().statusCode(200);
        assertThat(count(echo)).isEqualTo(before + 2);
    }

    @Test
    void refusalsAreCountedByTheirType() {
        String[] singular = {"operation=\"fail\"", "status=\"422\"", "problem=\"singular-matrix\""};
        double before = count(singular);
        post("fail", "{\"how\": \"mathematics\"}").then().statusCode(422);
        assertThat(count(singular)).isEqualTo(before + 1);

        String[] broken = {"operation=\"echo\"", "status=\"400\"", "problem=\"malformed-json\""};
        before = count(broken);
        post("echo", "{\"matrix\": [[1").then().statusCode(400);
        assertThat(count(broken)).isEqualTo(before + 1);
    }

    @Test
    void latenciesHaveAHistogramPerOperation() {
        post("echo", ECHO).then().statusCode(200);
        assertThat(metrics("mlmath_request_duration_seconds_bucket"))
                .anyMatch(line -> line.contains("operation=\"echo\"") && line.contains("le=\"0.001\""))
                .anyMatch(line -> line.contains("operation=\"echo\"") && line.contains("le=\"10.0\""))
                .noneMatch(line -> line.contains("status"));
    }

    @Test
    void callersWhoLeaveAreCountedAsSuch() throws Exception {
        double before = count("operation=\"slow\"", "status=\"499\"");
        ProbeResource.STARTED.set(0);
        ProbeResource.gate = new CountDownLatch(1);
        String body = "{\"seconds\": 0.1, \"gated\": true}";
        try (Socket socket = new Socket(slow.getHost(), slow.getPort())) {
            socket.getOutputStream()
                    .write(
                            ("POST /v1/probe/slow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                                            + body.length() + "\r\n\r\n" + body)
                                    .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> ProbeResource.STARTED.get() == 1);
        }
        await().until(() -> count("operation=\"slow\"", "status=\"499\"") == before + 1);
    }

    @Test
    void everyLineOfTheLogNamesTheRequestAndTheTraceItConcerns() {
        String id = given().contentType("application/json")
                .header("traceparent", "00-" + TRACE + "-" + PARENT + "-01")
                .body("{\"how\": \"surprise\"}")
                .post("/v1/probe/fail")
                .then()
                .statusCode(500)
                .extract()
                .header("X-Request-Id");
        await().until(() -> log.size() >= 2); // the failure, and the line of the access log
        assertThat(log).allSatisfy(line -> {
            assertThat(line.getMdc("requestId")).isEqualTo(id);
            assertThat(line.getMdc("traceId")).isEqualTo(TRACE);
        });
    }

    @Test
    void whatALaneDoesIsLoggedUnderItsRequestToo() {
        ProbeResource.gate = new CountDownLatch(0);
        String id = post("slow", "{\"seconds\": 0.1, \"log\": true}")
                .then()
                .statusCode(200)
                .extract()
                .header("X-Request-Id");
        assertThat(log)
                .filteredOn(line -> line.getMessage().equals("at work"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.getThreadName()).startsWith("large-lane");
                    assertThat(line.getMdc("requestId")).isEqualTo(id);
                });
    }

    @Test
    void theAccessLogSaysWhatWasAnsweredAndNothingOfWhatWasAsked() {
        given().contentType("application/json")
                .header("Authorization", "Bearer the-key")
                .queryParam("request", ECHO)
                .queryParam("field", "the-key")
                .get("/v1/probe/echo")
                .then()
                .statusCode(200);
        await().until(() -> !log.isEmpty());
        ExtLogRecord line = log.remove();
        assertThat(line.getLoggerName()).isEqualTo("org.mlmath.access");
        assertThat(line.getMessage())
                .matches("GET operation=echo status=200 cost=\\d+\\.\\d{6} duration=\\d+\\.\\d{6}");
        assertThat(line.getMdc("operation")).isEqualTo("echo");
        assertThat(line.getMdcCopy().toString() + line.getMessage()).doesNotContain("the-key", "matrix");
    }

    /** Refused by the decoder, the first four, and by the router before any handler saw it. */
    @ParameterizedTest
    @CsvSource({
        "GET /v1/probe/list HTTP/4.0, GET, 505, GET",
        "nothing like it, _OTHER, 400, HTTP",
        "POST /v1/probe/echo HTTP/1.1|Content-Length: x, POST, 400, POST",
        "POST /v1/probe/echo HTTP/1.1|Transfer-Encoding: chunked||zz, POST, 400, POST",
        "GET /v1/probe/%zz HTTP/1.1, GET, 400, GET",
        "BREW /v1/probe/list HTTP/1.1|Transfer-Encoding: gzip, _OTHER, 501, HTTP"
    })
    void whatIsNoRequestIsSeenAsFarAsItCouldBeRead(String head, String method, int status, String span)
            throws Exception {
        String[] counted = {"operation=\"none\"", "status=\"%d\"".formatted(status), "problem=\"invalid-request\""};
        double before = count(counted);
        KeptSpans.SPANS.clear();
        String common = "\r\nHost: x\r\nConnection: close\r\nX-Request-Id: odd\r\ntraceparent: 00-%s-%s-01"
                .formatted(TRACE, PARENT);
        String[] lines = head.split("\\|", 2);
        exchange(lines[0] + common + (lines.length < 2 ? "" : "\r\n" + lines[1].replace("|", "\r\n")) + "\r\n\r\n");

        await().until(() -> log.stream().anyMatch(line -> line.getMessage().contains("status=" + status)));
        ExtLogRecord line = log.stream()
                .filter(written -> written.getMessage().contains("status=" + status))
                .findFirst()
                .orElseThrow();
        assertThat(line.getLoggerName()).isEqualTo("org.mlmath.access");
        assertThat(line.getMessage())
                .matches("%s operation=none status=%d problem=invalid-request duration=\\d+\\.\\d{6}"
                        .formatted(method, status));
        assertThat(count(counted)).isEqualTo(before + 1);
        boolean headersAreRead = !method.equals("_OTHER") || status == 501;
        if (headersAreRead) {
            assertThat(line.getMdc("requestId")).isEqualTo("odd");
            assertThat(line.getMdc("traceId")).isEqualTo(TRACE);
        }
        // Spans of earlier requests may end meanwhile: those are of other traces.
        await().until(() -> KeptSpans.SPANS.stream()
                .filter(ended -> ended.getName().equals(span))
                .anyMatch(ended -> ended.getTraceId().equals(TRACE) == headersAreRead));
    }

    private void exchange(String request) throws IOException {
        try (Socket socket = new Socket(slow.getHost(), slow.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 ");
        }
    }

    @Test
    void aSpanIsNamedByItsOperationUnderTheOneThatAsked() {
        KeptSpans.SPANS.clear();
        given().contentType("application/json")
                .header("traceparent", "00-" + TRACE + "-" + PARENT + "-01")
                .body("{\"how\": \"mathematics\"}")
                .post("/v1/probe/fail")
                .then()
                .statusCode(422);
        await().until(() ->
                KeptSpans.SPANS.stream().anyMatch(ended -> ended.getName().equals("fail")));
        SpanData span = KeptSpans.SPANS.stream()
                .filter(ended -> ended.getName().equals("fail"))
                .findFirst()
                .orElseThrow();
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(PARENT);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET); // the caller's mistake, not ours
        assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo("singular-matrix");
        assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(422);
    }

    @Test
    void whatWasNotSampledBeforeIsNotSampledHere() {
        String unsampled = "0123456789abcdef0123456789abcdef";
        KeptSpans.SPANS.clear();
        given().contentType("application/json")
                .header("traceparent", "00-" + unsampled + "-" + PARENT + "-00")
                .body(ECHO)
                .post("/v1/probe/echo")
                .then()
                .statusCode(200);
        post("seed", "{\"seed\": 1}").then().statusCode(200);
        await().until(() ->
                KeptSpans.SPANS.stream().anyMatch(span -> span.getName().equals("seed")));
        assertThat(KeptSpans.SPANS).extracting(SpanData::getTraceId).doesNotContain(unsampled);
    }

    @Test
    void lanesAndMemoryShowHowFullTheyAre() {
        post("slow", "{\"seconds\": 0.1}").then().statusCode(200);
        assertThat(metrics("mlmath_lane_wait_seconds_count")).anyMatch(line -> line.contains("lane=\"large\""));
        assertThat(metrics("mlmath_memory_limit_bytes")).singleElement().satisfies(line -> assertThat(line)
                .contains("application="));
        assertThat(metrics("mlmath_memory_held_bytes")).hasSize(1);
    }

    @Test
    void whatIsShedIsCountedByWhatWasFull() {
        double before = shed("memory");
        post("slow", "{\"seconds\": 0, \"bytes\": " + Long.MAX_VALUE / 2 + "}")
                .then()
                .statusCode(422);
        assertThat(shed("memory")).isEqualTo(before); // too large for anybody: refused, not shed

        ProbeResource.STARTED.set(0);
        ProbeResource.gate = new CountDownLatch(1);
        CompletableFuture<Response> holding = CompletableFuture.supplyAsync(
                () -> post("slow", "{\"seconds\": 0.1, \"gated\": true, \"bytes\": 2000000000}"));
        await().until(() -> ProbeResource.STARTED.get() == 1);
        post("slow", "{\"seconds\": 0, \"bytes\": 1000000000}").then().statusCode(503);
        assertThat(shed("memory")).isEqualTo(before + 1);
        ProbeResource.gate.countDown();
        assertThat(holding.join().statusCode()).isEqualTo(200);
    }

    private double shed(String full) {
        return metrics("mlmath_shed_total").stream()
                .filter(line -> line.contains("full=\"" + full + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
