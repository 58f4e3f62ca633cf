package org.mlmath.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in, where it runs, and who is not kept waiting. The lane is one thread wide here, with a queue of three. */
@QuarkusTest
class AdmissionTest {
    private static final String LARGE = "{\"seconds\": 0.1, \"gated\": true}";

    @TestHTTPResource("/v1/probe/slow")
    URI slow;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metricsPage;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<CompletableFuture<HttpResponse<String>>> large = new ArrayList<>();

    @BeforeEach
    void closeTheGate() {
        ProbeResource.STARTED.set(0);
        ProbeResource.gate = new CountDownLatch(1);
    }

    @AfterEach
    void openTheGate() {
        ProbeResource.gate.countDown();
        large.forEach(answer -> answer.handle((done, failed) -> null).join());
    }

    private HttpRequest request(String body) {
        return HttpRequest.newBuilder(slow)
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-cache") // each is to be computed
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private void fillTheLane(int requests) {
        for (int i = 0; i < requests; i++) {
            large.add(client.sendAsync(request(LARGE), HttpResponse.BodyHandlers.ofString()));
            await().until(() ->
                    ProbeResource.STARTED.get() == 1); // the first has left the queue before the others fill it
        }
    }

    private double queued() {
        String metrics = given().accept("text/plain").get(metricsPage).asString();
        return metrics.lines()
                .filter(line -> line.startsWith("mlmath_lane_queued") && line.contains("lane=\"large\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void smallWorkIsDoneAtOnceWhileTheLaneIsFull() {
        fillTheLane(3);
        for (int i = 0; i < 20; i++) {
            given().contentType("application/json")
                    .body("{\"matrix\": [[1, 2, 3], [4, 5, 6], [7, 8, 9]]}")
                    .post("/v1/probe/echo")
                    .then()
                    .statusCode(200)
                    .body("thread", containsString("eventloop"));
        }
        assertThat(large).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void whatTheQueueCannotHoldIsToldToComeBack() {
        fillTheLane(4);
        await().until(() -> queued() == 3);
        await().untilAsserted(() -> given().contentType("application/json")
                .body(LARGE)
                .post("/v1/probe/slow")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/problems/overloaded")));
        ProbeResource.gate.countDown();
        assertThat(large)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    @Test
    void whoWouldFindNoPlaceIsToldSoBeforeSendingALargeBody() throws IOException {
        fillTheLane(4);
        await().until(() -> queued() == 3);
        assertThat(answerToTheHead(200_000)).startsWith("HTTP/1.1 503").contains("/problems/overloaded");
    }

    /** Of 15 s that there are, 8 are taken: one more such request will not be done in time, as the head tells from the second on. */
    @Test
    void whatLooksLikeARequestThatWouldNotBeDoneInTimeIsNotReadEither() throws Exception {
        String dear = "{\"seconds\": 8, \"gated\": true}" + " ".repeat(300_000);
        large.add(client.sendAsync(request(dear), HttpResponse.BodyHandlers.ofString()));
        await().until(() -> ProbeResource.STARTED.get() == 1);
        assertThat(answerToTheHead(dear.length())).startsWith("HTTP/1.1 503").contains("/problems/overloaded");
        String cheap = "{\"seconds\": 0.1, \"gated\": true}" + " ".repeat(200_000);
        large.add(client.sendAsync(request(cheap), HttpResponse.BodyHandlers.ofString()));
        await().until(() -> queued() == 1);
        ProbeResource.gate.countDown();
        assertThat(large)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    @Test
    void whoIsRefusedMaySendTheBodyAllTheSameAndAskAgainOnTheSameConnection() throws IOException {
        fillTheLane(4);
        await().until(() -> queued() == 3);
        try (Socket socket = new Socket(slow.getHost(), slow.getPort())) {
            for (int i = 0; i < 2; i++) {
                send(
                        socket,
                        "POST /v1/probe/slow HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 1900000\r\n\r\n" + " ".repeat(1_900_000));
                assertThat(answer(socket)).startsWith("HTTP/1.1 503").contains("/problems/overloaded");
            }
        }
    }

    private String answerToTheHead(int length) throws IOException {
        try (Socket socket = new Socket(slow.getHost(), slow.getPort())) {
            send(
                    socket,
                    "POST /v1/probe/slow HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + "Content-Length: "
                            + length + "\r\n\r\n");
            return answer(socket);
        }
    }

    @Test
    void workWhoseCallerHasGoneIsNotDone() {
        fillTheLane(1);
        for (int i = 0; i < 3; i++) {
            CompletableFuture<HttpResponse<String>> queued =
                    client.sendAsync(request(LARGE), HttpResponse.BodyHandlers.ofString());
            large.add(queued);
        }
        await().until(() -> queued() == 3);
        large.subList(1, 4).forEach(answer -> answer.cancel(true));
        await().until(() -> queued() == 0);
        ProbeResource.gate.countDown();
        assertThat(large.getFirst().join().statusCode()).isEqualTo(200);
        assertThat(ProbeResource.STARTED).hasValue(1);
    }

    @Test
    void aRunningComputationIsStoppedWhenItsCallerLeaves() {
        CompletableFuture<HttpResponse<String>> running =
                client.sendAsync(request("{\"seconds\": 0.1, \"loop\": true}"), HttpResponse.BodyHandlers.ofString());
        await().until(() -> ProbeResource.STARTED.get() == 1);
        running.cancel(true);
        ProbeResource.gate.countDown();
        // The lane has one thread: this is answered only once the loop has ended, well before its own deadline.
        given().contentType("application/json")
                .header("Cache-Control", "no-cache")
                .header("Prefer", "wait=10")
                .body("{\"seconds\": 0.1}")
                .post("/v1/probe/slow")
                .then()
                .statusCode(200);
    }

    @Test
    void largeWorkIsDoneForAClientThatOffersHttpTwo() throws Exception {
        ProbeResource.gate.countDown();
        try (HttpClient upgrading = HttpClient.newHttpClient()) {
            for (int i = 0; i < 3; i++) {
                assertThat(upgrading
                                .send(request(LARGE), HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void theDeadlineEndsALoop() {
        given().contentType("application/json")
                .header("Cache-Control", "no-cache")
                .header("Prefer", "respond-async, wait=0.3")
                .body("{\"seconds\": 0.1, \"loop\": true}")
                .post("/v1/probe/slow")
                .then()
                .statusCode(504)
                .body("type", equalTo("/problems/deadline-exceeded"))
                .time(lessThan(4000L));
    }

    @Test
    void theDeadlineAnswersForACallThatCannotBeInterrupted() {
        given().contentType("application/json")
                .header("Cache-Control", "no-cache")
                .header("Prefer", "wait=0.3")
                .body(LARGE)
                .post("/v1/probe/slow")
                .then()
                .statusCode(504)
                .time(lessThan(4000L));
    }

    @Test
    void workThatCannotBeDoneInTimeIsNotBegun() {
        given().contentType("application/json")
                .body("{\"seconds\": 100}")
                .post("/v1/probe/slow")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/limit-exceeded"))
                .body("limit", equalTo(15))
                .body("needed", equalTo(100));
        given().contentType("application/json")
                .header("Cache-Control", "no-cache")
                .header("Prefer", "wait=1")
                .body("{\"seconds\": 2}")
                .post("/v1/probe/slow")
                .then()
                .statusCode(504);
        assertThat(ProbeResource.STARTED).hasValue(0);
    }

    /** What turns out too long on its way is too large where all the time that one request may have would not do. */
    @Test
    void onlyWhatNobodyMayHaveTheTimeForIsTooLarge() {
        String work = "{\"seconds\": 0.1, \"halfSeconds\": %s}";
        post(work.formatted("10"), "wait=1").statusCode(504).body("type", equalTo("/problems/deadline-exceeded"));
        post(work.formatted("10"), "wait=15").statusCode(200);
        post(work.formatted("1e9"), "wait=2").statusCode(422).body("type", equalTo("/problems/limit-exceeded"));
    }

    private static ValidatableResponse post(String body, String prefer) {
        return given().contentType("application/json")
                .header("Prefer", prefer)
                .body(body)
                .post("/v1/probe/slow")
                .then();
    }

    @Test
    void memoryIsReservedBeforeItIsTaken() {
        given().contentType("application/json")
                .body("{\"seconds\": 0, \"bytes\": 1000000000000}")
                .post("/v1/probe/slow")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/limit-exceeded"));
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedByItsDeclarationAndByItsContent() throws IOException {
        try (Socket socket = new Socket(slow.getHost(), slow.getPort())) {
            send(socket, "POST /v1/probe/slow HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n");
            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 413")
                    .contains("/problems/body-too-large")
                    .contains("requestId");
        }
        try (Socket socket = new Socket(slow.getHost(), slow.getPort())) {
            send(socket, "POST /v1/probe/slow HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "100000\r\n" + " ".repeat(0x100000) + "\r\n";
            send(socket, chunk + chunk + "0\r\n\r\n");
            assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
        }
    }

    @Test
    void aBodyForWhichRoomIsMadeApartFromTheEventLoopIsReadWhole() throws Exception {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; letters.length() < 900_000; i++) {
            letters.append(i).append(' ');
        }
        String body = "{" + " ".repeat(600_000) + "\"text\": \"" + letters + "\"}";
        HttpRequest.Builder request = HttpRequest.newBuilder(slow.resolve("/v1/probe/count"))
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-cache");
        List<HttpRequest.BodyPublisher> ways = List.of(
                HttpRequest.BodyPublishers.ofString(body), // declares its length
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes())),
                HttpRequest.BodyPublishers.ofByteArrays(Arrays.stream(body.split("(?<=\\G.{999})"))
                        .map(String::getBytes)
                        .toList()));
        for (HttpRequest.BodyPublisher way : ways) {
            HttpResponse<String> answer = client.send(request.POST(way).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"" + letters + "\"");
        }
    }

    @Test
    void whoLeavesWhileRoomIsMadeLeavesNothingBehind() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (Socket socket = new Socket(slow.getHost(), slow.getPort())) {
                send(socket, "POST /v1/probe/slow HTTP/1.1\r\nHost: a\r\nContent-Length: 1900000\r\n\r\n");
                send(socket, " ".repeat(1_100_000));
            }
        }
        fillTheLane(1);
        ProbeResource.gate.countDown();
        assertThat(large.getFirst().join().statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyThatDripsIsCutOff() throws IOException {
        try (Socket socket = new Socket(slow.getHost(), slow.getPort())) {
            send(socket, "POST /v1/probe/slow HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{");
            assertThat(answer(socket)).startsWith("HTTP/1.1 504").contains("/problems/deadline-exceeded");
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(8000);
        byte[] buffer = new byte[4096];
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("}")) {
            int read = socket.getInputStream().read(buffer);
            if (read < 0) {
                break;
            }
            answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
        }
        return answer.toString();
    }
}
