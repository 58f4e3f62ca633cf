package org.mlmath.gateway.hostile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.gateway.routing.StubServices;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.test.http.RawExchange;

/** What comes over a bare socket and no client would send: refused in words where words can still be had, and nothing gets past. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
class HostileRequestsTest {
    private static final String ECHO = "/v1/linalg/echo";

    @TestHTTPResource("/")
    URI gateway;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    private RawExchange send(String method, String target, String... headers) throws IOException {
        String lines = IntStream.range(0, headers.length)
                .mapToObj(i -> headers[i] + "\r\n")
                .collect(Collectors.joining());
        return RawExchange.send(
                gateway, method + " " + target + " HTTP/1.1\r\nHost: here\r\n" + lines + "Connection: close\r\n\r\n");
    }

    private static void assertProblem(RawExchange exchange, ProblemType type) {
        assertProblem(exchange, type, type.status());
    }

    private static void assertProblem(RawExchange exchange, ProblemType type, int status) {
        assertThat(exchange.status()).as(exchange.answer()).isEqualTo(status);
        assertThat(exchange.header("Content-Type")).isEqualTo("application/problem+json");
        JsonObject problem = new JsonObject(exchange.body());
        assertThat(problem.getString("type")).isEqualTo(type.uri());
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(exchange.header("X-Request-Id")).isEqualTo(problem.getString("requestId"));
        assertThat(exchange.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(exchange.header("Mlmath-Version")).isNotBlank();
    }

    @AfterEach
    void othersAreStillAnswered() throws IOException {
        assertThat(send("GET", ECHO).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/linalg/echo",
                "/v1//linalg/echo",
                "/v1/linalg//echo",
                "/v1/stats/../linalg/echo",
                "/v1/linalg/../../echo",
                "/v1/stats/%2e%2e/linalg/echo",
                "/v1/stats%2f..%2flinalg/echo",
                "/v1/linalg%2Fecho",
                "/v1/linalg%5Cecho",
                "/v1;a/linalg/echo",
                "/v1/linalg;a=b/echo",
                "/v1/linalg/echo;",
                "/v1/linalg/echo%00",
                "/v1/linalg/%252e%252e/echo",
                "/docs/../v1/linalg/echo",
                "/../../etc/passwd"
            })
    void noTrickWithAPathReachesAService(String path) throws Exception {
        assertProblem(send("GET", path), ProblemType.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/linalg/%zz", "/v1/linalg/echo%", "/v1/linalg/echo?request=%7", "/v1/limits?x=%GG"})
    void aMalformedEscapeIsSaidToBeOne(String target) throws Exception {
        assertProblem(send("GET", target), ProblemType.INVALID_REQUEST);
    }

    /** As a browser sends the address {@code …?request={"a":[1]}}. */
    @Test
    void bracesAndQuotesNeedNotBeEscaped() throws Exception {
        String target = ECHO + "?request={%22a%22:[1,2],\"b\":\"x^2|y\"}";
        RawExchange exchange = send("GET", target);
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(new JsonObject(exchange.body()).getString("uri")).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1/linalg/echo", "*"})
    void aTargetThatIsNoPathIsNotFound(String target) throws Exception {
        assertProblem(send("GET", target), ProblemType.NOT_FOUND);
        assertThat(send("CONNECT", "here:80").status()).isBetween(400, 499);
        assertProblem(send("CONNECT", ECHO), ProblemType.INVALID_REQUEST);
    }

    /** However large, it is told what is allowed: also where the server underneath would say nothing. */
    @ParameterizedTest
    @ValueSource(longs = {67_108_865, 1_073_741_825, 9_999_999_999L, Long.MAX_VALUE})
    void aLengthBeyondTheLimitIsRefusedBeforeTheBody(long length) throws Exception {
        RawExchange exchange = RawExchange.send(
                gateway, "POST " + ECHO + " HTTP/1.1\r\nHost: here\r\nContent-Length: " + length + "\r\n\r\n{}");
        assertProblem(exchange, ProblemType.BODY_TOO_LARGE);
        assertThat(exchange.closed()).isTrue();
    }

    /** Where it is passed on, where it is read, and where it is longer than can be counted. */
    @ParameterizedTest
    @ValueSource(longs = {67_108_865, 1_073_741_825, 9_999_999_999L})
    void aBodyThatIsTooLargeIsRefusedInTheSameWordsEverywhere(long length) throws Exception {
        for (String path : new String[] {ECHO, "/v1/batch"}) {
            String head =
                    "POST %s HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n";
            RawExchange exchange = RawExchange.send(gateway, head.formatted(path, length));
            assertProblem(exchange, ProblemType.BODY_TOO_LARGE);
            JsonObject problem = new JsonObject(exchange.body());
            assertThat(problem.getString("detail"))
                    .isEqualTo("The body is declared to have %d bytes, more than the 67108864 allowed.", length);
            assertThat(problem.getInteger("limit")).isEqualTo(67_108_864);
        }
    }

    private RawExchange post(String headers, String body) throws IOException {
        return RawExchange.send(gateway, "POST " + ECHO + " HTTP/1.1\r\nHost: here\r\n" + headers + "\r\n" + body);
    }

    /** In words, once, and for the last time on its connection: nobody knows where the next request begins. */
    private static void assertLastProblem(RawExchange exchange, ProblemType type, int status) {
        assertProblem(exchange, type, status);
        assertThat(exchange.header("Connection")).isEqualTo("close");
        assertThat(exchange.headers("Server")).isEmpty();
        assertThat(exchange.answers()).isEqualTo(1);
        assertThat(exchange.closed()).isTrue();
    }

    @Test
    void ofTwoLengthsNeitherIsBelieved() throws Exception {
        String smuggled = "GET /v1/linalg/smuggled HTTP/1.1\r\nHost: here\r\n\r\n";
        assertLastProblem(
                post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + smuggled),
                ProblemType.INVALID_REQUEST,
                400);
        assertLastProblem(
                post("Content-Length: 0\r\nContent-Length: " + smuggled.length() + "\r\n", smuggled),
                ProblemType.INVALID_REQUEST,
                400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+2", "2a", "0x2", "2.0", "", "99999999999999999999", "2, 2", "2 2"})
    void aLengthThatIsNoNumberIsRefused(String length) throws Exception {
        assertLastProblem(post("Content-Length: " + length + "\r\n", "{}"), ProblemType.INVALID_REQUEST, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xchunked", "gzip, chunked", "identity", "chunked, chunked"})
    void aBodyInAnUnknownCodingIsRefusedAndTheConnectionClosed(String coding) throws Exception {
        RawExchange exchange = post(
                "Transfer-Encoding: " + coding + "\r\n",
                "0\r\n\r\nGET /v1/linalg/smuggled HTTP/1.1\r\nHost: here\r\n\r\n");
        assertLastProblem(exchange, ProblemType.INVALID_REQUEST, 501); // RFC 9112 §6.1
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n\r\n",
                "2\r\n{}\r\nzz\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}0\r\n\r\n",
                "2\n{}\n0\n\n",
                "100000002\r\n{}\r\n0\r\n\r\n",
                "FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n",
                "2;a\nb\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}\r\n0\r\nX T: 1\r\n\r\n"
            })
    void aBrokenChunkEndsTheConnection(String body) throws Exception {
        RawExchange exchange = post("Transfer-Encoding: chunked\r\n", body + "GET / HTTP/1.1\r\nHost: here\r\n\r\n");
        assertLastProblem(exchange, ProblemType.INVALID_REQUEST, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2;a=b;c=\"d e\"\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}\r\n0\r\nX-T: 1\r\nContent-Length: 9\r\nHost: there\r\n\r\n"
            })
    void whatMayStandBesideChunksIsPassedOver(String body) throws Exception {
        RawExchange exchange = post("Transfer-Encoding: chunked\r\nConnection: close\r\n", body);
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.answer()).contains("\"body\":\"{}\"").doesNotContain("there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "GET /\r\n\r\n",
                "GET / FTP/1.1\r\nHost: here\r\n\r\n",
                "GE\u0001T / HTTP/1.1\r\nHost: here\r\n\r\n",
                "GET / HTTP/1.1\nHost: here\n\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003~\r\n"
            })
    void whatIsNoRequestIsToldSo(String bytes) throws Exception {
        assertLastProblem(RawExchange.send(gateway, bytes), ProblemType.INVALID_REQUEST, 400);
    }

    @Test
    void whatCameBeforeIsAnsweredFirst() throws Exception {
        String good = "GET " + ECHO + " HTTP/1.1\r\nHost: here\r\n\r\n";
        RawExchange line = RawExchange.send(gateway, good + good + "garbage\r\n\r\n" + good);
        assertThat(line.answers()).isEqualTo(3);
        assertThat(line.answer()).startsWith("HTTP/1.1 200 ").containsOnlyOnce("HTTP/1.1 400 ");
        assertThat(line.answer().indexOf("HTTP/1.1 400 "))
                .isEqualTo(line.answer().lastIndexOf("HTTP/1.1 "));
        assertThat(line.closed()).isTrue();
        RawExchange chunk = RawExchange.send(
                gateway,
                good + "POST " + ECHO + " HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n");
        assertThat(chunk.answers()).isEqualTo(2);
        assertThat(chunk.answer()).startsWith("HTTP/1.1 200 ").contains("HTTP/1.1 400 ");
        assertThat(chunk.closed()).isTrue();
    }

    @Test
    void afterTheLastAnswerNothingIsSaid() throws Exception {
        String last = "GET " + ECHO + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n";
        for (String more : new String[] {last, "garbage\r\n\r\n"}) {
            RawExchange exchange = RawExchange.send(gateway, last + more);
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.answers()).isEqualTo(1);
            assertThat(exchange.closed()).isTrue();
        }
    }

    @Test
    void manyRequestsAtOnceAreAnsweredOneAfterTheOther() throws Exception {
        String request = "GET /v1/nothing HTTP/1.1\r\nHost: here\r\n";
        RawExchange exchange =
                RawExchange.send(gateway, (request + "\r\n").repeat(9_999) + request + "Connection: close\r\n\r\n");
        assertThat(exchange.answers()).isEqualTo(10_000);
        assertThat(exchange.closed()).isTrue();
        Awaitility.await().until(() -> send("GET", ECHO).status() == 200); // some may have been too many
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.2, 200", "HTTP/1.9, 200", "HTTP/2.0, 505", "HTTP/3.0, 505", "HTTP/0.9, 505"})
    void whateverCameAfterOneOneIsReadAsThat(String version, int status) throws Exception {
        RawExchange exchange = RawExchange.send(
                gateway, "GET " + ECHO + " " + version + "\r\nHost: here\r\nConnection: close\r\n\r\n");
        if (status == 200) {
            assertThat(exchange.answer()).startsWith("HTTP/1.1 200 ");
        } else {
            assertLastProblem(exchange, ProblemType.INVALID_REQUEST, status);
        }
    }

    @Test
    void oldClientsNeedNoHost() throws Exception {
        RawExchange exchange = RawExchange.send(gateway, "GET " + ECHO + " HTTP/1.0\r\n\r\n");
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.closed()).isTrue();
    }

    /** As a proxy sends it: the host in it counts, not the header. */
    @Test
    void aTargetMayBeAWholeUri() throws Exception {
        RawExchange exchange = send("GET", "http://there:81" + ECHO + "?a=b");
        JsonObject echoed = new JsonObject(exchange.body());
        assertThat(echoed.getString("uri")).isEqualTo(ECHO + "?a=b");
        assertThat(echoed.getJsonObject("headers").getString("x-forwarded-host"))
                .isEqualTo("there:81");
        assertThat(send("GET", "http://there").header("Content-Type")).startsWith("text/html");
        assertProblem(send("GET", "http://there/v1/../v1/limits"), ProblemType.NOT_FOUND);
        assertProblem(send("GET", "ftp://there/v1/limits"), ProblemType.NOT_FOUND);
        assertProblem(send("GET", "http://me:secret@there/v1/limits"), ProblemType.INVALID_REQUEST);
    }

    @Test
    void theServerAsAWholeMayBeAskedAbout() throws Exception {
        RawExchange exchange = send("OPTIONS", "*");
        assertThat(exchange.status()).isEqualTo(204);
        assertThat(exchange.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"close, TE", "TE,Close", "Upgrade, close"})
    void whoEndsTheConnectionAmongOtherOptionsIsHeard(String options) throws Exception {
        RawExchange exchange = RawExchange.send(
                gateway, "GET " + ECHO + " HTTP/1.1\r\nHost: here\r\nConnection: " + options + "\r\n\r\n");
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Mine", "close, X-Mine", "X-Mine,Close"})
    void whatIsNamedAsForThisConnectionGoesNoFurther(String options) throws Exception {
        RawExchange exchange = RawExchange.send(
                gateway,
                "GET " + ECHO + " HTTP/1.1\r\nHost: here\r\nX-Mine: a\r\nX-Yours: b\r\nConnection: " + options
                        + "\r\n\r\n");
        JsonObject passedOn = new JsonObject(exchange.body()).getJsonObject("headers");
        assertThat(passedOn.fieldNames()).contains("x-yours").doesNotContain("x-mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upgrade: h2c\r\nConnection: Upgrade",
                "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: !",
                "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
                "Upgrade: TLS/1.0\r\nConnection: Upgrade",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
            })
    void anOfferThatCannotBeTakenUpIsPassedOver(String offer) throws Exception {
        String request = "GET " + ECHO + " HTTP/1.1\r\nHost: here\r\n";
        RawExchange exchange =
                RawExchange.send(gateway, request + offer + "\r\n\r\n" + request + "Connection: close\r\n\r\n");
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.answers()).isEqualTo(2);
    }

    /** Of which nobody knows how long it is: by the broken chunk it would seem to be over. */
    @Test
    void anOfferBesideAChunkedBodyIsPassedOver() throws Exception {
        RawExchange exchange = post(
                "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nTransfer-Encoding: chunked\r\n",
                "2\r\n{}\r\nzz\r\n");
        assertLastProblem(exchange, ProblemType.INVALID_REQUEST, 400);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/nothing, 9, 404",
        "/v1/limits, 9, 405",
        "/v1/linalg/echo, 67108865, 413",
        "/v1/batch, 67108865, 413"
    })
    void whoAsksBeforeSendingIsRefusedAtOnce(String path, int length, int status) throws Exception {
        RawExchange exchange = RawExchange.send(
                gateway,
                "POST " + path
                        + " HTTP/1.1\r\nHost: here\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: "
                        + length + "\r\n\r\n");
        assertThat(exchange.status()).isEqualTo(status);
        assertThat(exchange.answers()).isEqualTo(1);
        assertThat(exchange.header("Connection")).isEqualTo("close");
        assertThat(exchange.closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {ECHO, "/v1/batch"})
    void whoAsksBeforeSendingIsToldToGoOn(String path) throws Exception {
        RawExchange exchange = RawExchange.send(
                gateway,
                "POST " + path
                        + " HTTP/1.1\r\nHost: here\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Content-Length: 16\r\n\r\n{\"requests\": []}");
        assertThat(exchange.answer()).startsWith("HTTP/1.1 100 Continue\r\n").contains("HTTP/1.1 200 ");
        assertThat(exchange.answers()).isEqualTo(2);
    }

    @Test
    void theUnreadableIsCounted() throws Exception {
        String series = "status=\"505\",problem=\"invalid-request\"";
        int before = counted(series);
        RawExchange.send(gateway, "GET / HTTP/4.0\r\n\r\n");
        assertThat(counted(series)).isEqualTo(before + 1);
    }

    /** As balancers do that only try whether somebody listens: a trace of the stack for each would fill the log. */
    @ParameterizedTest
    @ValueSource(strings = {"", "G", "GET / HT", "GET /health HTTP/1.1\r\nHost: x\r\n", "GET / HTTP/4.0\r\n\r\n"})
    void whoLeavesIsNotInTheLog(String sent) throws Exception {
        List<String> complaints = new CopyOnWriteArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                complaints.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger netty = Logger.getLogger("io.netty.channel");
        netty.addHandler(listener);
        try {
            for (int i = 0; i < 4; i++) { // more than there are event loops to look at them
                try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
                    socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
                    TimeUnit.MILLISECONDS.sleep(30);
                    socket.setSoLinger(true, 0); // closes by a reset
                }
            }
            Awaitility.await().during(Duration.ofMillis(200)).until(complaints::isEmpty);
        } finally {
            netty.removeHandler(listener);
        }
    }

    private int counted(String labels) {
        return given().get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith("mlmath_requests_total{"))
                .filter(line -> Stream.of(labels.split(",")).allMatch(line::contains))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void aHostIsNamedOnce() throws Exception {
        assertProblem(send("GET", ECHO, "Host: there"), ProblemType.INVALID_REQUEST);
        RawExchange none = RawExchange.send(gateway, "GET " + ECHO + " HTTP/1.1\r\nConnection: close\r\n\r\n");
        assertProblem(none, ProblemType.INVALID_REQUEST);
        assertThat(none.body()).contains("has no Host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "@", "me@here", "here:b", "here:99999", "[::1", "<script>"})
    void aHostIsANameOrAnAddress(String host) throws Exception {
        RawExchange exchange = RawExchange.send(
                gateway, "GET " + ECHO + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertProblem(exchange, ProblemType.INVALID_REQUEST);
        assertThat(exchange.body()).contains("Host header could not be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-A: b\u0001", "X-A : b", "X\u0000A: b", "X-A: b\u0000c", "X-A: b\rc", ": b", "abc"})
    void aHeaderThatIsNoneIsRefused(String header) throws Exception {
        assertLastProblem(send("GET", ECHO, header), ProblemType.INVALID_REQUEST, 400);
    }

    @ParameterizedTest
    @CsvSource({"1, 20000", "2000, 1", "20000, 10", "1, 300000"})
    void aFloodOfHeadersIsRefused(int count, int length) throws Exception {
        String[] headers = IntStream.range(0, count)
                .mapToObj(i -> "X-%d: %s".formatted(i, "a".repeat(length)))
                .toArray(String[]::new);
        RawExchange exchange = send("GET", ECHO, headers);
        assertProblem(exchange, ProblemType.HEADERS_TOO_LARGE);
        assertThat(exchange.closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {16_384, 20_000, 250_000, 300_000})
    void aLongTargetIsRefused(int length) throws Exception {
        RawExchange exchange = send("GET", ECHO + "?" + "a".repeat(length));
        assertProblem(exchange, ProblemType.URI_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"})
    void aMethodThatIsNotAnsweredIsToldWhichAre(String method) throws Exception {
        RawExchange exchange = send(method, "/v1/limits");
        assertProblem(exchange, ProblemType.METHOD_NOT_ALLOWED);
        assertThat(exchange.headers("Allow")).containsExactly("GET, HEAD, OPTIONS");
    }

    @Test
    void optionsNameTheMethodsOfWhatIsThere() throws Exception {
        RawExchange exchange = send("OPTIONS", "/v1/limits");
        assertThat(exchange.status()).isEqualTo(204);
        assertThat(exchange.headers("Allow")).containsExactly("GET, HEAD, OPTIONS");
        assertProblem(send("OPTIONS", "/v1/nothing"), ProblemType.NOT_FOUND);
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws Exception {
        RawExchange get = send("GET", "/v1/limits");
        RawExchange head = send("HEAD", "/v1/limits");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Type", "ETag", "Cache-Control"}) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
    }

    @Test
    void aConnectionIsKeptForTheNextRequest() throws Exception {
        String request = "GET " + ECHO + " HTTP/1.1\r\nHost: here\r\n";
        RawExchange exchange =
                RawExchange.send(gateway, (request + "\r\n").repeat(3) + request + "Connection: close\r\n\r\n");
        assertThat(exchange.answers()).isEqualTo(4);
        assertThat(exchange.closed()).isTrue();
    }

    @Test
    void nobodyLearnsWhatTheServerIsMadeOf() throws Exception {
        for (String target : new String[] {"/", ECHO, "/v1/nothing", "/v1/%zz"}) {
            RawExchange exchange = send("GET", target);
            assertThat(exchange.headers("Server")).isEmpty();
            assertThat(exchange.headers("X-Powered-By")).isEmpty();
        }
    }
}
