package org.mlmath.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private RawExchange send(String method, String target, String... headers) throws IOException {
        String lines = IntStream.range(0, headers.length)
                .mapToObj(i -> headers[i] + "\r\n")
                .collect(Collectors.joining());
        return RawExchange.send(
                gateway, method + " " + target + " HTTP/1.1\r\nHost: here\r\n" + lines + "Connection: close\r\n\r\n");
    }

    private static void assertProblem(RawExchange exchange, ProblemType type) {
        assertThat(exchange.status()).as(exchange.answer()).isEqualTo(type.status());
        assertThat(exchange.header("Content-Type")).isEqualTo("application/problem+json");
        JsonObject problem = new JsonObject(exchange.body());
        assertThat(problem.getString("type")).isEqualTo(type.uri());
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(exchange.header("X-Request-Id")).isEqualTo(problem.getString("requestId"));
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

    @Test
    void ofTwoLengthsNeitherIsBelieved() throws Exception {
        String smuggled = "GET /v1/linalg/smuggled HTTP/1.1\r\nHost: here\r\n\r\n";
        RawExchange both = RawExchange.send(
                gateway,
                "POST " + ECHO
                        + " HTTP/1.1\r\nHost: here\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                        + smuggled);
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.answers()).isEqualTo(1);
        assertThat(both.closed()).isTrue();
        RawExchange twice = RawExchange.send(
                gateway,
                "POST " + ECHO + " HTTP/1.1\r\nHost: here\r\nContent-Length: 0\r\nContent-Length: " + smuggled.length()
                        + "\r\n\r\n" + smuggled);
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.answers()).isEqualTo(1);
        assertThat(twice.closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xchunked", "gzip, chunked", "identity", "chunked, chunked"})
    void aBodyInAnUnknownCodingIsRefusedAndTheConnectionClosed(String coding) throws Exception {
        RawExchange exchange = RawExchange.send(
                gateway,
                "POST " + ECHO + " HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: " + coding
                        + "\r\n\r\n0\r\n\r\nGET /v1/linalg/smuggled HTTP/1.1\r\nHost: here\r\n\r\n");
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.answers()).isEqualTo(1);
        assertThat(exchange.closed()).isTrue();
    }

    @Test
    void aBodyWithABrokenChunkEndsTheConnection() throws Exception {
        RawExchange exchange = RawExchange.send(
                gateway,
                "POST " + ECHO
                        + " HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\nGET / HTTP/1.1\r\nHost: here\r\n\r\n");
        assertThat(exchange.closed()).isTrue();
        assertThat(exchange.answers()).isLessThanOrEqualTo(1);
        assertThat(exchange.answer()).doesNotStartWith("HTTP/1.1 2");
    }

    @Test
    void aHostIsNamedOnce() throws Exception {
        assertProblem(send("GET", ECHO, "Host: there"), ProblemType.INVALID_REQUEST);
        RawExchange none = RawExchange.send(gateway, "GET " + ECHO + " HTTP/1.1\r\nConnection: close\r\n\r\n");
        assertProblem(none, ProblemType.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-A: b\u0001", "X-A : b", "X\u0000A: b"})
    void aHeaderThatIsNoneIsRefused(String header) throws Exception {
        RawExchange exchange = send("GET", ECHO, header);
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.closed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 20000", "2000, 1", "20000, 10", "1, 300000"})
    void aFloodOfHeadersIsRefused(int count, int length) throws Exception {
        String[] headers = IntStream.range(0, count)
                .mapToObj(i -> "X-%d: %s".formatted(i, "a".repeat(length)))
                .toArray(String[]::new);
        RawExchange exchange = send("GET", ECHO, headers);
        assertThat(exchange.status()).isEqualTo(431);
        assertThat(exchange.closed()).isTrue();
        if ((long) count * (length + 9) < 200_000) { // beyond that the connection is closed without a word
            assertProblem(exchange, ProblemType.HEADERS_TOO_LARGE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16_384, 20_000, 250_000, 300_000})
    void aLongTargetIsRefused(int length) throws Exception {
        RawExchange exchange = send("GET", ECHO + "?" + "a".repeat(length));
        assertThat(exchange.status()).isEqualTo(414);
        if (length < 262_144) {
            assertProblem(exchange, ProblemType.URI_TOO_LONG);
        }
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
