package org.mlmath.gateway.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.test.contract.ApiDocument;
import org.mlmath.test.contract.ApiOperation;

@QuarkusTest
class BatchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/v1/batch")
    URI batch;

    @Inject
    StubOperations stub;

    @Inject
    BatchSettings settings;

    @Inject
    FrontDoor door;

    @Inject
    Shares shares;

    private HttpRequest.Builder request(String body) {
        return HttpRequest.newBuilder(batch)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String requests(String... items) {
        return "{\"requests\": [" + String.join(", ", items) + "]}";
    }

    private static String echo(Object body) {
        return "{\"path\": \"/v1/test/echo\", \"body\": " + body + "}";
    }

    private static String get(String path) {
        return "{\"method\": \"GET\", \"path\": \"" + path + "\"}";
    }

    private static String repeated(int count, String item) {
        return requests(IntStream.range(0, count).mapToObj(i -> item).toArray(String[]::new));
    }

    private JsonNode responses(String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(body));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).get("responses");
    }

    private static List<Integer> statuses(JsonNode responses) {
        List<Integer> statuses = new ArrayList<>();
        responses.forEach(response -> statuses.add(response.get("status").asInt()));
        return statuses;
    }

    private JsonNode only(String item) throws IOException, InterruptedException {
        return responses(requests(item)).get(0);
    }

    private void assertRefused(String body, int status, String pointer) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(body));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JSON.readTree(response.body()).at("/errors/0/pointer").asText("none"))
                .isEqualTo(pointer);
    }

    @Test
    void answersComeInTheOrderOfTheRequestsUnderTheirIds() throws Exception {
        JsonNode responses = responses(requests(
                "{\"id\": \"first\", \"path\": \"/v1/test/slow\"}",
                echo(1),
                "{\"id\": 17, \"path\": \"/v1/test/echo\", \"body\": 2, \"method\": \"POST\"}",
                get("/v1/test/echo?request=%7B%22a%22%3A1%7D")));
        assertThat(responses.toString())
                .isEqualTo("[{\"id\":\"first\",\"status\":200,\"body\":\"slow\"},{\"id\":1,\"status\":200,\"body\":1},"
                        + "{\"id\":17,\"status\":200,\"body\":2},"
                        + "{\"id\":3,\"status\":200,\"body\":\"GET /v1/test/echo?request=%7B%22a%22%3A1%7D\"}]");
    }

    /** As of everything that takes JSON. Nobody keeps the answer: each of its parts may be another tomorrow. */
    @Test
    void aSmallBatchMayStandInALink() throws Exception {
        String requests = requests(echo(1), echo(2));
        URI link = URI.create(batch + "?request=" + URLEncoder.encode(requests, StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(link).timeout(PATIENCE));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(send(request(requests)).body());
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();

        ApiOperation documented =
                ApiDocument.ofRunningApplication().operation("GET", "/v1/batch").orElseThrow();
        assertThat(documented.id()).isEqualTo("runBatchByGet");
        assertThat(documented.node().path("responses").has("304")).isFalse();
        assertThat(documented.node().at("/responses/200/headers").has("ETag")).isFalse();
    }

    @Test
    void anEmptyBatchHasNoAnswers() throws Exception {
        assertThat(send(request("{\"requests\": []}")).body()).isEqualTo("{\"responses\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\" : 0.1000000000000000055511151231257827021181583404541015625, \"y\":[1E+0 ,123456789012345678901234567890]}",
                "[ ]",
                "\"a \\u00e9 \\\" ] é 🂡\"",
                "-0.0",
                "1e400",
                "true",
                "{\"a\": 1, \"a\": 2}"
            })
    void bodiesArePassedOnByteForByteAndSoAreAnswers(String body) throws Exception {
        assertThat(send(request(requests(echo(body)))).body())
                .isEqualTo("{\"responses\":[{\"id\":0,\"status\":200,\"body\":" + body + "}]}");
        assertThat(send(request(requests("{\"body\":  " + body + "\n\t, \"path\" :\"/v1/test/echo\"}")))
                        .body())
                .isEqualTo("{\"responses\":[{\"id\":0,\"status\":200,\"body\":" + body + "}]}");
    }

    @Test
    void aNumberAsLongAsYouLikeIsPassedOn() throws Exception {
        String long1 = "0." + "123456789".repeat(1000);
        assertThat(send(request(requests(echo(long1)))).body()).contains("\"body\":" + long1 + "}");
    }

    @Test
    void theServicesAreToldWhoCalled() throws Exception {
        String id = UUID.randomUUID().toString();
        HttpResponse<String> response = send(request(requests(echo(1), echo(2)))
                .header("X-Request-Id", id)
                .header("X-Forwarded-For", "192.0.2.7")
                .header("X-Forwarded-Proto", "https")
                .header("Authorization", "Bearer key")
                .header(InternalCalls.HEADER, "guess"));
        assertThat(response.headers().firstValue("X-Request-Id")).hasValue(id);
        assertThat(stub.headers.get(id + ".1"))
                .contains("X-Forwarded-For: 192.0.2.7, 127.0.0.1", "X-Forwarded-Proto: https")
                .contains("accept: application/json", "content-type: application/json")
                .noneMatch(header -> header.toLowerCase().startsWith(InternalCalls.HEADER.toLowerCase()))
                .noneMatch(header -> header.toLowerCase().startsWith("authorization"));
    }

    @Test
    void servicesElsewhereAreAskedAsForASingleRequest() throws Exception {
        JsonNode responses = responses(requests(
                "{\"path\": \"/v1/linalg/echo?a=%2F\", \"body\": {\"x\" : 1e0}}",
                "{\"path\": \"/v1/calculus/derivative\", \"body\": {}}"));
        JsonNode arrived = responses.get(0).get("body");
        assertThat(arrived.get("uri").asText()).isEqualTo("/v1/linalg/echo?a=%2F");
        assertThat(arrived.get("body").asText()).isEqualTo("{\"x\" : 1e0}");
        assertThat(arrived.get("headers").fieldNames())
                .toIterable()
                .contains("x-request-id")
                .noneMatch(InternalCalls.HEADER::equalsIgnoreCase);
        assertThat(responses.get(1).get("status").asInt()).isEqualTo(502);
        assertThat(responses.get(1).get("retryAfterSeconds").asInt()).isEqualTo(1);
    }

    @Test
    void aBodyNestedWithoutEndIsNotFollowed() throws Exception {
        HttpResponse<String> response = send(request(requests(echo("[".repeat(100_000)))));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(response.body()).get("type").asText()).isEqualTo("/problems/limit-exceeded");
    }

    @Test
    void aLongRequestIdIsCutForTheIndexToFit() throws Exception {
        String id = "x".repeat(60) + "1234";
        send(request(requests(echo(1))).header("X-Request-Id", id));
        assertThat(stub.headers).containsKey("x".repeat(60) + "12.0");
    }

    @Test
    void aBatchCostsWhatItsRequestsCost() throws Exception {
        HttpResponse<String> response = send(request(requests(echo(1), echo(2), echo(3))));
        double cost =
                Double.parseDouble(response.headers().firstValue("Mlmath-Cost").orElseThrow());
        assertThat(cost).isGreaterThanOrEqualTo(0.75).isLessThan(1.75);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "7 | ``",
                "{} | /path",
                "{\"path\": 3} | /path",
                "{\"path\": null} | /path",
                "{\"path\": \"v1/test/echo\"} | /path",
                "{\"path\": \"/docs\"} | /path",
                "{\"path\": \"http://example.com/v1/test/echo\"} | /path",
                "{\"path\": \"/v1/test/echo a\"} | /path",
                "{\"path\": \"/v1/test/echo\\r\\nX-Injected: 1\"} | /path",
                "{\"path\": \"/v1/test/é\"} | /path",
                "{\"path\": \"/v1/test/echo#a\"} | /path",
                "{\"path\": \"/v1/batch\", \"body\": {\"requests\": []}} | /path",
                "{\"path\": \"/v1/batch?a=1\"} | /path",
                "{\"path\": \"/v1/test/echo\", \"method\": \"PUT\"} | /method",
                "{\"path\": \"/v1/test/echo\", \"method\": 1} | /method",
                "{\"path\": \"/v1/test/echo\", \"method\": \"GET\", \"body\": 1} | /body",
                "{\"path\": \"/v1/test/echo\", \"url\": 1} | /url",
                "{\"path\": \"/v1/test/echo\", \"a/b~\": 1} | /a~1b~0",
                "{\"path\": \"/v1/test/echo\", \"path\": \"/v1/test/echo\"} | /path",
                "{\"path\": \"/v1/test/echo\", \"id\": {}} | /id",
                "{\"path\": \"/v1/test/echo\", \"id\": 1.5} | /id",
                "{\"path\": \"/v1/test/echo\", \"id\": true} | /id"
            })
    void aMistakeInOneRequestIsItsOwn(String item, String pointer) throws Exception {
        JsonNode responses = responses(requests(echo(1), item, echo(2)));
        assertThat(statuses(responses)).containsExactly(200, 400, 200);
        JsonNode refused = responses.get(1);
        assertThat(refused.get("id").asInt()).isEqualTo(1);
        assertThat(refused.at("/body/type").asText()).isEqualTo("/problems/invalid-request");
        assertThat(refused.at("/body/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(refused.at("/body/requestId").asText()).endsWith(".1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/./batch", "/v1/test/../batch", "/v1/%62atch", "/v1//batch"})
    void aBatchInABatchIsFoundOutHoweverItIsSpelt(String path) throws Exception {
        JsonNode answer = only("{\"path\": \"" + path + "\", \"body\": {\"requests\": [" + echo(1) + "]}}");
        assertThat(answer.get("status").asInt()).isBetween(400, 404);
        assertThat(answer.at("/body/responses").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 400 | ``",
                "[] | 400 | ``",
                "7 | 400 | ``",
                "{} | 400 | /requests",
                "{\"requests\": 7} | 400 | /requests",
                "{\"requests\": null} | 400 | /requests",
                "{\"requests\": [], \"requests\": []} | 400 | /requests",
                "{\"requests\": [], \"parallel\": true} | 400 | /parallel",
                "{\"requests\": [} | 400 | none",
                "{\"requests\": []} 7 | 400 | none",
                "{\"requests\": [{\"path\": \"/v1/test/echo\", \"body\": {]}]} | 400 | none",
                "{\"requests\": [{\"path\": \"/v1/test/echo\"}, {\"id\": 0, \"path\": \"/v1/test/echo\"}]} | 400 | /requests/1/id",
                "{\"requests\": [{\"id\": \"a\"}, {\"id\": \"\\u0061\"}]} | 400 | /requests/1/id"
            })
    void aBatchWhoseRequestsCannotBeToldApartIsRefusedAsAWhole(String body, int status, String pointer)
            throws Exception {
        assertRefused(body, status, pointer);
    }

    @Test
    void aThousandRequestsAreAnsweredAndOneMoreIsRefused() throws Exception {
        JsonNode responses = responses(
                requests(IntStream.range(0, 1000).mapToObj(BatchTest::echo).toArray(String[]::new)));
        assertThat(responses).hasSize(1000);
        for (int i = 0; i < 1000; i++) {
            assertThat(responses.get(i).toString()).isEqualTo("{\"id\":%d,\"status\":200,\"body\":%d}".formatted(i, i));
        }
        HttpResponse<String> refused = send(request(repeated(1001, echo(1))));
        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode problem = JSON.readTree(refused.body());
        assertThat(problem.get("type").asText()).isEqualTo("/problems/limit-exceeded");
        assertThat(problem.get("limit").asInt()).isEqualTo(1000);
        assertThat(problem.get("needed").asInt()).isEqualTo(1001);
    }

    @Test
    void otherTextsThanJsonAreRefused() throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(batch).header("Content-Type", "text/csv").POST(BodyPublishers.ofString("a,b"));
        HttpResponse<String> table = send(request);
        assertThat(table.statusCode()).isEqualTo(415);
        assertThat(JSON.readTree(table.body()).get("detail").asText()).contains("read as application/json;");
        HttpRequest.Builder utf16 = HttpRequest.newBuilder(batch)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(requests(echo(1)), StandardCharsets.UTF_16LE));
        assertThat(send(utf16).statusCode()).isEqualTo(400);
    }

    @Test
    void answersThatDoNotFitIntoJsonAreRefused() throws Exception {
        JsonNode picture = only("{\"path\": \"/v1/test/picture\"}");
        assertThat(picture.get("status").asInt()).isEqualTo(406);
        assertThat(picture.at("/body/detail").asText()).contains("image/png");
        assertThat(only(get("/v1/test/nothing")).get("status").asInt()).isEqualTo(502);
        assertThat(only(get("/v1/test/no-such-operation")).at("/body/type").asText())
                .isEqualTo("/problems/not-found");
        JsonNode broken = only(get("/v1/test/breaks-off"));
        assertThat(broken.get("status").asInt()).isEqualTo(502);
        assertThat(broken.get("retryAfterSeconds").asInt()).isEqualTo(1);
    }

    @Test
    void aRequestThatAFullLaneRefusesIsSentAgainWhenAnotherOfItsBatchHasFinished() throws Exception {
        assertThat(settings.width()).isGreaterThan(StubOperations.LANE);
        JsonNode responses = responses(repeated(40, get("/v1/test/lane")));
        assertThat(statuses(responses)).hasSize(40).containsOnly(200);
        assertThat(stub.most.get()).isBetween(StubOperations.LANE + 1, settings.width());
    }

    @Test
    void aRefusalForWhichTheBatchIsNotToBlameIsAnAnswer() throws Exception {
        JsonNode responses = responses(repeated(20, get("/v1/test/full")));
        assertThat(statuses(responses)).hasSize(20).containsOnly(503);
        assertThat(responses.findValuesAsText("retryAfterSeconds")).hasSize(20).containsOnly("7");
    }

    @Test
    void whatIsNotBegunInTimeIsToBeSentAgain() throws Exception {
        int count = 10 * settings.width(); // of 200 ms each
        HttpResponse<String> response =
                send(request(repeated(count, get("/v1/test/slow"))).header("Prefer", "wait=1"));
        JsonNode responses = JSON.readTree(response.body()).get("responses");
        assertThat(responses).hasSize(count);
        JsonNode last = responses.get(count - 1);
        assertThat(responses.get(0).get("status").asInt()).isEqualTo(200);
        assertThat(last.get("status").asInt()).isEqualTo(503);
        assertThat(last.get("retryAfterSeconds").asInt()).isEqualTo(1);
        assertThat(last.at("/body/type").asText()).isEqualTo("/problems/overloaded");
    }

    /** Its service has refused it, for the batch had left it too little time: by itself it would have had enough. */
    @Test
    void whatCouldNotBeBegunForWantOfTimeIsToBeSentAgainToo() throws Exception {
        String[] items = {get("/v1/test/too-late"), get("/v1/test/unfinished")};
        JsonNode cutShort = JSON.readTree(send(request(requests(items)).header("Prefer", "wait=1"))
                        .body())
                .get("responses");
        assertThat(statuses(cutShort)).containsExactly(503, 504);
        assertThat(cutShort.get(0).get("retryAfterSeconds").asInt()).isEqualTo(1);
        assertThat(cutShort.at("/0/body/detail").asText()).contains("The batch was over, after 1 s,");
        assertThat(statuses(responses(requests(items)))).containsExactly(504, 504);
    }

    @Test
    void whatHangsIsGivenUpWhenTheTimeIsOver() throws Exception {
        int left = stub.left.get();
        HttpResponse<String> response =
                send(request(requests(get("/v1/test/hang"), echo(1))).header("Prefer", "wait=1"));
        JsonNode responses = JSON.readTree(response.body()).get("responses");
        assertThat(responses.get(0).get("status").asInt()).isEqualTo(504);
        assertThat(responses.get(0).at("/body/type").asText()).isEqualTo("/problems/deadline-exceeded");
        assertThat(responses.get(1).get("status").asInt()).isEqualTo(200);
        await(() -> stub.left.get() > left);
    }

    @Test
    void aCallerWhoLeavesTakesTheWorkAlong() throws Exception {
        int begun = stub.begun.get();
        int left = stub.left.get();
        CompletableFuture<?> call =
                client.sendAsync(request(repeated(100, get("/v1/test/hang"))).build(), BodyHandlers.ofString());
        await(() -> stub.begun.get() >= begun + settings.width());
        call.cancel(true);
        await(() -> stub.left.get() >= left + settings.width());
        assertThat(stub.begun.get()).isEqualTo(begun + settings.width());
    }

    /** Reading takes some hundredths of a second, and the caller leaves sooner or later. */
    @ParameterizedTest
    @ValueSource(ints = {0, 10, 20, 30})
    void aBatchWhoseCallerLeavesWhileItIsReadTakesNoMoreRoom(int millis) throws Exception {
        String longToRead = requests(get("/v1/test/hang")) + " ".repeat(32 << 20);
        int left = stub.left.get();
        int begun = stub.begun.get();
        try (Socket caller = new Socket(batch.getHost(), batch.getPort())) {
            OutputStream out = caller.getOutputStream();
            out.write("POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                    .formatted(batch.getPath(), longToRead.length())
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(longToRead.getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(millis);
        }
        // One that is as long to read and came later has been answered: by then it would have begun.
        assertThat(send(request(requests(echo(1)) + " ".repeat(32 << 20))).statusCode())
                .isEqualTo(200);
        await(() -> shares.callers() == 0);
        await(() -> stub.left.get() - left == stub.begun.get() - begun);
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(5);
        }
    }

    @Test
    void answersAskedForLineByLineComeAsTheyFinish() throws Exception {
        HttpResponse<InputStream> response = client.send(
                request(requests(get("/v1/test/slow"), echo("{\"a\":\n 1}"), "{\"id\": \"bad\"}"))
                        .header("Accept", "application/x-ndjson")
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(response.headers().firstValue("Server-Timing").filter(String::isEmpty))
                .isEmpty();
        List<String> lines;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(response.body()))) {
            lines = reader.lines().collect(Collectors.toCollection(ArrayList::new));
        }
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("{\"type\":\"point\",\"id\":\"bad\",\"status\":400,");
        assertThat(lines.get(1)).isEqualTo("{\"type\":\"point\",\"id\":1,\"status\":200,\"body\":{\"a\":  1}}");
        assertThat(lines.get(2)).isEqualTo("{\"type\":\"point\",\"id\":0,\"status\":200,\"body\":\"slow\"}");
        assertThat(lines.get(3)).isEqualTo("{\"type\":\"result\",\"requests\":3,\"succeeded\":2,\"cost\":0.25}");
    }

    @Test
    void aBatchThatIsRefusedAsAWholeIsNotAStream() throws Exception {
        HttpResponse<String> response = send(request("{}").header("Accept", "application/x-ndjson"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void answersThatAreLargerTogetherThanIsHeldAreRefusedOneByOne() throws Exception {
        int count = (int) (settings.answers() >> 20) + 10;
        JsonNode responses = responses(repeated(count, get("/v1/test/large")));
        List<Integer> statuses = statuses(responses);
        assertThat(statuses).hasSize(count).containsOnly(200, 503).endsWith(503);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSizeBetween(count - 30, count - 10);
        assertThat(responses.get(count - 1).at("/body/limit").asLong()).isEqualTo(settings.answers());
    }

    @Test
    void aStreamOfLargeAnswersIsAsLongAsItIs() throws Exception {
        int count = (int) (settings.answers() >> 20) + 10;
        HttpResponse<InputStream> response = client.send(
                request(repeated(count, get("/v1/test/large")))
                        .header("Accept", "application/x-ndjson")
                        .build(),
                BodyHandlers.ofInputStream());
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(response.body()))) {
            assertThat(reader.lines().filter(line -> line.contains("\"status\":200")))
                    .hasSize(count);
        }
    }

    @Test
    void theDoorWithinOpensToNobodyElse() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), door.port().result())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write("GET /v1/limits HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    /** Who would rather have arrays gets JSON if that will do; from a batch nothing else is to be had. */
    @Test
    void aBatchIsAnsweredAsJsonOrLineByLine() throws Exception {
        String one = requests(echo(1));
        for (String arrays : List.of("application/x-npz", "application/x-npy", "text/csv", "application/x-npz;q=0.5")) {
            HttpResponse<String> refused = send(request(one).header("Accept", arrays));
            assertThat(refused.statusCode()).as(arrays).isEqualTo(406);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        HttpResponse<String> answered =
                send(request(one).header("Accept", "application/x-npz, APPLICATION/JSON;q=0.1"));
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
    }

    /** Its requests may draw seeds, be refused or come too late: tomorrow they would be answered otherwise. */
    @Test
    void noCacheKeepsTheAnswersToABatch() throws Exception {
        URI inQuery = URI.create(batch + "?request=" + URLEncoder.encode(requests(echo(1)), StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(inQuery).timeout(PATIENCE).GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void aBatchIsSentByPost() throws Exception {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(batch).timeout(PATIENCE).GET());
        assertThat(response.statusCode()).isEqualTo(405);
    }
}
