package org.mlmath.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.kit.problem.ProblemType;

@QuarkusTest
@QuarkusTestResource(StubServices.class) // for all classes: the application starts once
class RelayTest {
    /** Longer than the gateway's own limits, so that a hang shows as one. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int LARGEST_BODY = 64 * 1024 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI gateway;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonObject assertProblem(HttpResponse<String> response, ProblemType type) {
        assertThat(response.statusCode()).isEqualTo(type.status());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonObject problem = new JsonObject(response.body());
        assertThat(problem.getString("type")).isEqualTo(type.uri());
        assertThat(problem.getString("title")).isEqualTo(type.title());
        assertThat(problem.getInteger("status")).isEqualTo(type.status());
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(response.headers().firstValue("X-Request-Id")).hasValue(problem.getString("requestId"));
        assertThat(response.headers().firstValue("Mlmath-Version")).isPresent();
        return problem;
    }

    @Test
    void methodPathQueryAndBodyArriveAsTheyWere() throws Exception {
        String uri = "/v1/linalg/echo?request=%7B%22a%22%3A1%7D&b=%2F";
        JsonObject arrived = new JsonObject(send(request(uri).POST(BodyPublishers.ofString("{\"x\" : 1e0}")))
                .body());
        assertThat(arrived.getString("method")).isEqualTo("POST");
        assertThat(arrived.getString("uri")).isEqualTo(uri);
        assertThat(arrived.getString("body")).isEqualTo("{\"x\" : 1e0}");
    }

    @Test
    void theServiceLearnsWhoCalled() throws Exception {
        JsonObject headers = new JsonObject(send(request("/v1/linalg/echo")
                                .header("X-Forwarded-For", "192.0.2.1")
                                .header("X-Request-Id", "my-own-id")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString("a,b")))
                        .body())
                .getJsonObject("headers");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("192.0.2.1, 127.0.0.1");
        assertThat(headers.getString("x-forwarded-host")).isEqualTo(gateway.getHost() + ":" + gateway.getPort());
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(headers.getString("x-request-id")).isEqualTo("my-own-id");
        assertThat(headers.getString("content-type")).isEqualTo("text/csv");
    }

    @Test
    void theTraceOfACallerGoesOnAlsoWhereNobodyTraces() throws Exception {
        String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        JsonObject arrived = new JsonObject(send(request("/v1/linalg/echo")
                        .header("traceparent", parent)
                        .header("tracestate", "vendor=1")
                        .POST(BodyPublishers.ofString("{}")))
                .body());
        assertThat(arrived.getJsonObject("headers").getString("traceparent")).isEqualTo(parent);
        assertThat(arrived.getJsonObject("headers").getString("tracestate")).isEqualTo("vendor=1");
    }

    @Test
    void expectationsAreAnsweredHereAndNotPassedOn() throws Exception {
        JsonObject arrived = new JsonObject(
                send(request("/v1/linalg/echo").expectContinue(true).POST(BodyPublishers.ofString("body")))
                        .body());
        assertThat(arrived.getJsonObject("headers").containsKey("expect")).isFalse();
        assertThat(arrived.getString("body")).isEqualTo("body");
    }

    @Test
    void whatIsPackedPassesBothWaysUntouched() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write("{\"long\": \"%s\"}".formatted("x".repeat(5000)).getBytes(StandardCharsets.US_ASCII));
        }
        HttpResponse<byte[]> response = client.send(
                request("/v1/linalg/packed")
                        .header("Content-Encoding", "gzip")
                        .header("Accept-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(out.toByteArray()))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(response.body()).isEqualTo(out.toByteArray());
        assertThat(response.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(response.headers().firstValue("ETag")).hasValue("\"a-gzip\"");
        assertThat(response.headers().allValues("Vary")).contains("accept-encoding");
        assertThat(response.headers().allValues("Cache-Status")).containsExactly("mlmath; hit; ttl=3");
        assertThat(response.headers().allValues("Server-Timing")).contains("compute;dur=0.010");
        assertThat(response.headers().allValues("Mlmath-Cost")).containsExactly("0.000010");
    }

    @Test
    void answersStayAsTheyAreByteForByte() throws Exception {
        HttpResponse<String> response = send(request("/v1/linalg/problem").POST(BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).isEqualTo("{\"type\":\"/problems/singular-matrix\" ,  \"status\":422}");
    }

    @Test
    void whatBothSayIsSaidOnceAndTheGatewayAloneDecidesAboutOrigins() throws Exception {
        HttpResponse<String> response = send(request("/v1/linalg/echo").header("Origin", "http://widget.example"));
        assertThat(response.headers().allValues("X-Request-Id")).hasSize(1);
        assertThat(response.headers().allValues("Mlmath-Version")).containsExactly("stub");
        assertThat(response.headers().allValues("Access-Control-Allow-Origin"))
                .containsExactly("http://widget.example");
        assertThat(response.headers().allValues("Connection")).isEmpty();
    }

    @Test
    void headHasTheLengthAndNoBody() throws Exception {
        HttpResponse<String> response = send(request("/v1/linalg/problem").method("HEAD", BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Length")).hasValue("52");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void linesArriveAsTheyAreWritten() throws Exception {
        HttpResponse<InputStream> lines =
                client.send(request("/v1/linalg/first-line").build(), BodyHandlers.ofInputStream());
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(lines.body()))) {
            assertThat(reader.readLine()).isEqualTo("{\"type\":\"point\"}");
            send(request("/v1/linalg/last-line")); // only now does the service write on
            assertThat(reader.readLine()).isEqualTo("{\"type\":\"result\"}");
            assertThat(reader.readLine()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 65_537, 3_000_000, LARGEST_BODY})
    void bodiesUpToTheLimitArriveWholeWithAndWithoutDeclaredLength(int size) throws Exception {
        byte[] body = new byte[size];
        assertThat(send(request("/v1/linalg/length").POST(BodyPublishers.ofByteArray(body)))
                        .body())
                .isEqualTo(Integer.toString(size));
        assertThat(send(request("/v1/linalg/length").POST(inChunks(body))).body())
                .isEqualTo(Integer.toString(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_537, 3_000_000})
    void http2IsUnderstoodWithAndWithoutDeclaredLength(int size) throws Exception {
        byte[] body = new byte[size];
        try (HttpClient second = HttpClient.newHttpClient()) {
            second.send(request("/health").build(), BodyHandlers.ofString()); // upgrades the connection
            for (HttpRequest.BodyPublisher publisher : List.of(BodyPublishers.ofByteArray(body), inChunks(body))) {
                HttpResponse<String> response =
                        second.send(request("/v1/linalg/length").POST(publisher).build(), BodyHandlers.ofString());
                assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
                assertThat(response.body()).isEqualTo(Integer.toString(size));
            }
        }
    }

    @Test
    void aBodyThatComesSlowlyIsWaitedFor() throws Exception {
        InputStream slow = new InputStream() {
            private int left = 8;

            @Override
            public int read() {
                try {
                    Thread.sleep(100); // together longer than nothing at all may happen
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int next = read();
                if (next < 0) {
                    return -1;
                }
                bytes[offset] = (byte) next;
                return 1;
            }
        };
        HttpResponse<String> response =
                send(request("/v1/linalg/length").POST(BodyPublishers.ofInputStream(() -> slow)));
        assertThat(response.body()).isEqualTo("8");
    }

    @Test
    void aBodyInChunksIsRefusedOnceItIsTooLarge() throws Exception {
        HttpResponse<String> response = send(request("/v1/linalg/length").POST(inChunks(new byte[LARGEST_BODY + 1])));
        assertProblem(response, ProblemType.BODY_TOO_LARGE);
    }

    private static HttpRequest.BodyPublisher inChunks(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    @Test
    void aServiceThatIsDownIsSaidToBeAtOnce() throws Exception {
        HttpResponse<String> response = send(request("/v1/calculus/derivative").POST(BodyPublishers.ofString("{}")));
        assertProblem(response, ProblemType.UPSTREAM_UNAVAILABLE);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100_000})
    void aServiceThatNeverAnswersIsGivenUp(int size) throws Exception {
        HttpResponse<String> response =
                send(request("/v1/stats/describe").POST(BodyPublishers.ofByteArray(new byte[size])));
        assertProblem(response, ProblemType.DEADLINE_EXCEEDED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536})
    void aSmallRequestIsSentAgainWhenItsConnectionBreaksBeforeAnAnswer(int size) throws Exception {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) 'x');
        for (HttpRequest.BodyPublisher publisher : List.of(BodyPublishers.ofByteArray(body), inChunks(body))) {
            learnWhichReplicaIsDown();
            HttpResponse<String> response = send(request("/v1/linalg/closes-once")
                    .header("Case", UUID.randomUUID().toString())
                    .POST(publisher));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("First")).isPresent();
            assertThat(response.body()).isEqualTo("x".repeat(size));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65_537, 1_000_000})
    void aLargeRequestIsNotSentAgain(int size) throws Exception {
        for (HttpRequest.BodyPublisher publisher :
                List.of(BodyPublishers.ofByteArray(new byte[size]), inChunks(new byte[size]))) {
            learnWhichReplicaIsDown();
            HttpResponse<String> response = send(request("/v1/linalg/closes-once")
                    .header("Case", UUID.randomUUID().toString())
                    .POST(publisher));
            assertProblem(response, ProblemType.UPSTREAM_UNAVAILABLE);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void whatIsSentAgainGoesToAnotherReplica() throws Exception {
        for (int i = 0; i < 5; i++) {
            learnWhichReplicaIsDown(); // and that the others are not, whatever broke before
            HttpResponse<String> response = send(request("/v1/linalg/closes-once")
                    .header("Case", UUID.randomUUID().toString())
                    .GET());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("First")).isPresent();
            assertThat(response.headers().firstValue("Second"))
                    .isNotEqualTo(response.headers().firstValue("First"));
        }
    }

    /** Now and then a request tries whether the replica is back that nobody listens at. It has not been sent by that. */
    @Test
    void whoTriedADeadReplicaForTheOthersIsStillSentAgain() throws Exception {
        learnWhichReplicaIsDown();
        boolean tried = false;
        for (int i = 0; i < 50 && !tried; i++) {
            Awaitility.await().until(() -> worstBreakerOfLinalg() == 1);
            HttpResponse<String> response = send(request("/v1/linalg/closes-once")
                    .header("Case", UUID.randomUUID().toString())
                    .GET());
            assertThat(response.statusCode()).isEqualTo(200);
            tried = worstBreakerOfLinalg() == 2;
        }
        assertThat(tried).isTrue();
    }

    private double worstBreakerOfLinalg() throws Exception {
        return send(HttpRequest.newBuilder(metrics))
                .body()
                .lines()
                .filter(line -> line.startsWith("mlmath_upstream_breaker{") && line.contains("upstream=\"linalg\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .max()
                .orElseThrow();
    }

    private long breakersOpenOfLinalg() throws Exception {
        return send(HttpRequest.newBuilder(metrics))
                .body()
                .lines()
                .filter(line -> line.startsWith("mlmath_upstream_breaker{") && line.contains("upstream=\"linalg\""))
                .filter(line -> !line.endsWith(" 0.0"))
                .count();
    }

    /** What breaks is sent again but once: not after a try where nobody listens, until the gateway knows. */
    private void learnWhichReplicaIsDown() throws Exception {
        for (int i = 0; i < 50; i++) {
            send(request("/v1/linalg/replica"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"429", "500", "502", "503"})
    void nothingIsSentAgainBecauseOfItsStatus(String status) throws Exception {
        String id = UUID.randomUUID().toString();
        HttpResponse<String> response = send(request("/v1/linalg/fails")
                .header("Case", id)
                .header("Status", status)
                .POST(BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(Integer.parseInt(status));
        assertThat(response.body()).isEmpty(); // it is the service's own
        assertThat(timesAsked(id)).isEqualTo(1);
    }

    /** Once anything has come the service may be at work, or through. What is no answer by HTTP is not passed on as if it were one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "H",
                "HTTP/1.1 200",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf of",
                "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nno length\r\n",
                "HTTP/1.1 200 OK\r\nX: a\u0000b\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\n\r\n",
                "HTTP/1.1 102 Processing\r\n\r\n",
                "HTTP/1.1 99 Too Low\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 600 Too High\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/4.2 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "SSH-2.0-OpenSSH_9.2\r\n\r\n"
            })
    void whatIsNoAnswerIsUnavailableAndNotAskedForAgain(String said) throws Exception {
        String id = UUID.randomUUID().toString();
        HttpResponse<String> response = send(saying(id, said));
        assertProblem(response, ProblemType.UPSTREAM_UNAVAILABLE);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(timesAsked(id)).isEqualTo(1);
    }

    @Test
    void anAnswerWithMoreHeadersThanServicesGiveIsNone() throws Exception {
        String id = UUID.randomUUID().toString();
        assertProblem(
                send(request("/v1/linalg/much-in-its-head").header("Case", id)), ProblemType.UPSTREAM_UNAVAILABLE);
        assertThat(timesAsked(id)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nelse"
            })
    void whatFollowsAnAnswerIsNobodys(String said) throws Exception {
        HttpResponse<String> response = send(saying(UUID.randomUUID().toString(), said));
        assertThat(response.statusCode()).isEqualTo(Integer.parseInt(said.substring(9, 12)));
        assertThat(response.body()).isEmpty();
        for (int i = 0; i < 4; i++) {
            assertThat(send(request("/v1/linalg/length").POST(BodyPublishers.ofString("abc")))
                            .body())
                    .isEqualTo("3");
        }
    }

    private HttpRequest.Builder saying(String id, String said) {
        return request("/v1/linalg/says")
                .header("Case", id)
                .header("Bytes", Base64.getEncoder().encodeToString(said.getBytes(StandardCharsets.ISO_8859_1)))
                .POST(BodyPublishers.ofString("{}"));
    }

    private int timesAsked(String id) throws Exception {
        return Integer.parseInt(
                send(request("/v1/linalg/times").header("Case", id)).body());
    }

    /** They may have ended before the requests were sent; whether the replica is well a new connection shows. */
    @Test
    void keptConnectionsThatTurnOutToBeClosedAreNotHeldAgainstAReplica() throws Exception {
        learnWhichReplicaIsDown();
        for (int i = 0; i < 2; i++) {
            List<CompletableFuture<HttpResponse<String>>> atOnce = Stream.generate(() -> client.sendAsync(
                            request("/v1/linalg/once-per-connection").build(), BodyHandlers.ofString()))
                    .limit(30)
                    .toList();
            atOnce.forEach(CompletableFuture::join);
            assertThat(breakersOpenOfLinalg()).isLessThanOrEqualTo(1); // the one that is down
        }
    }

    @Test
    void aShortAnswerThatBreaksOffIsNoAnswer() throws Exception {
        HttpResponse<String> response = send(request("/v1/linalg/breaks-off")
                .header("Case", UUID.randomUUID().toString())
                .header("Length", "1000"));
        assertProblem(response, ProblemType.UPSTREAM_UNAVAILABLE);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void halfALongAnswerIsNotTakenForAWholeOne() {
        assertThatThrownBy(() -> send(request("/v1/linalg/breaks-off")
                        .header("Case", UUID.randomUUID().toString())
                        .header("Length", "1000000")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void everyReplicaGetsItsShareAndTheOneThatIsDownIsNoticedByNobody() throws Exception {
        Map<String, Integer> answers = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            HttpResponse<String> response = send(request("/v1/linalg/replica"));
            assertThat(response.statusCode()).isEqualTo(200);
            answers.merge(response.body(), 1, Integer::sum);
        }
        assertThat(answers).hasSize(2);
        assertThat(answers.values()).allMatch(share -> share >= 20); // by lot: less has a chance of 1 in 10⁹
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=3 | | 3",
                "wait=1000 | | 10",
                "respond-async, wait=\"2\"; x | respond-async, | 2",
                "handling=strict | handling=strict, | 10"
            })
    void theServiceIsToldTheTimeThatIsLeft(String given, String others, double allowed) throws Exception {
        JsonObject arrived = new JsonObject(
                send(request("/v1/linalg/echo").header("Prefer", given)).body());
        String told = arrived.getJsonObject("headers").getString("prefer");
        assertThat(told).startsWith((others == null ? "" : others + " ") + "wait=");
        double left = Double.parseDouble(told.replaceFirst(".*wait=", "").replaceFirst(";.*", ""));
        assertThat(left).isPositive().isLessThanOrEqualTo(allowed);
    }

    @Test
    void theStateOfEachReplicaIsAMetric() throws Exception {
        for (int i = 0; i < 6; i++) {
            send(request("/v1/calculus/derivative").POST(BodyPublishers.ofString("{}")));
        }
        assertThat(send(HttpRequest.newBuilder(metrics)).body())
                .containsPattern("mlmath_upstream_breaker\\{.*upstream=\"linalg\".*} 0.0")
                .containsPattern("mlmath_upstream_breaker\\{.*upstream=\"calculus\".*} [12].0")
                .containsPattern("mlmath_upstream_failed_total\\{.*upstream-unavailable.*upstream=\"calculus\".*}")
                .containsPattern("mlmath_upstream_active\\{.*upstream=\"linalg\".*} 0.0");
    }

    @Test
    void healthNamesTheServicesThatDoNotAnswer() throws Exception {
        HttpResponse<String> response = send(request("/health"));
        assertThat(response.statusCode()).isEqualTo(200);
        JsonObject health = new JsonObject(response.body());
        assertThat(health.getString("status")).isEqualTo("degraded");
        assertThat(health.getJsonObject("services"))
                .isEqualTo(new JsonObject("{\"linalg\":\"up\",\"calculus\":\"down\",\"stats\":\"down\"}"));
    }
}
