package org.mlmath.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks the same gets the same answer, computed once; whatever is theirs alone stays theirs. */
@QuarkusTest
class ReuseTest {
    @TestHTTPResource("/v1/probe/count")
    URI count;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metricsPage;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void closeTheGate() {
        ProbeResource.COMPUTATIONS.set(0);
        ProbeResource.gate = new CountDownLatch(1);
    }

    @AfterEach
    void openTheGate() {
        ProbeResource.gate.countDown();
    }

    private static Response post(String body, String... headers) {
        var request = given().contentType("application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.body(body).post("/v1/probe/count");
    }

    private CompletableFuture<HttpResponse<String>> send(String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(count).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.sendAsync(
                request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private double metric(String name) {
        return metric(name, "");
    }

    private double metric(String name, String label) {
        String metrics = given().accept("text/plain").get(metricsPage).asString();
        return metrics.lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static String status(Response answer) {
        return answer.header("Cache-Status");
    }

    private static String status(CompletableFuture<HttpResponse<String>> answer) {
        return answer.join().headers().firstValue("Cache-Status").orElseThrow();
    }

    @Test
    void theSameRequestIsComputedOnce() {
        String body = "{\"text\": \"once\"}";
        Response first = post(body);
        Response second = post(body, "X-Request-Id", "second");
        assertThat(status(first)).isEqualTo("mlmath; fwd=miss; stored");
        assertThat(status(second)).matches("mlmath; hit; ttl=3[56]\\d\\d");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(second.header("X-Request-Id")).isEqualTo("second");
        assertThat(second.header("Mlmath-Cost")).isNotNull();
        assertThat(ProbeResource.COMPUTATIONS).hasValue(1);
    }

    @Test
    void anyDifferenceIsAnotherRequest() {
        post("{\"text\": \"Aa\"}");
        post("{\"text\": \"BB\"}"); // of the same hash, as a list of bytes
        post("{\"text\" : \"Aa\"}");
        post("{\"text\": \"Aa\"}", "Accept", "application/x-npz");
        given().contentType("application/json").body("{\"text\": \"Aa\"}").post("/v1/probe/count?field=x");
        assertThat(ProbeResource.COMPUTATIONS).hasValue(5);
        assertThat(post("{\"text\": \"BB\"}").jsonPath().getString("text")).isEqualTo("BB");
        assertThat(ProbeResource.COMPUTATIONS).hasValue(5);
    }

    @Test
    void getAndPostShareAndTagsStay() {
        String body = "{\"text\": \"linked\"}";
        Response posted = post(body);
        assertThat(posted.header("ETag")).isNull();
        Response asked = given().queryParam("request", body).get("/v1/probe/count");
        assertThat(status(asked)).startsWith("mlmath; hit");
        assertThat(asked.asByteArray()).isEqualTo(posted.asByteArray());
        assertThat(asked.header("Cache-Control")).contains("max-age");
        String tag = asked.header("ETag");
        assertThat(tag).isNotNull();
        Response again =
                given().header("If-None-Match", tag).queryParam("request", body).get("/v1/probe/count");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.asByteArray()).isEmpty();
        Response marked = given().queryParam("request", body)
                .queryParam("_", "1732224000000")
                .get("/v1/probe/count");
        assertThat(status(marked)).startsWith("mlmath; hit");
        assertThat(marked.header("ETag")).isEqualTo(tag);
        Response npy = given().accept("application/x-npz")
                .queryParam("request", body)
                .queryParam("field", "y")
                .get("/v1/probe/count");
        assertThat(status(npy)).contains("miss");
        assertThat(npy.contentType()).isEqualTo("application/x-npz");
        Response anew = given().header("Cache-Control", "no-cache")
                .header("If-None-Match", tag)
                .queryParam("request", body)
                .get("/v1/probe/count");
        assertThat(anew.statusCode()).isEqualTo(200);
        assertThat(anew.header("ETag")).isNotEqualTo(tag); // computed a second time, which this answer says
    }

    @Test
    void whoWantsAnAnswerOfTheirOwnGetsIt() {
        String body = "{\"text\": \"anew\"}";
        for (String control : List.of("no-cache", "no-store", "max-age=0, no-cache")) {
            assertThat(status(post(body, "Cache-Control", control))).isEqualTo("mlmath; fwd=bypass");
        }
        assertThat(status(post(body))).contains("fwd=miss");
        assertThat(ProbeResource.COMPUTATIONS).hasValue(4);
    }

    @Test
    void failuresOfTheMathematicsAreKeptEachUnderItsOwnId() {
        String body = "{\"text\": \"failing\", \"fails\": true}";
        Response first = post(body, "X-Request-Id", "one");
        Response second = post(body, "X-Request-Id", "two");
        assertThat(status(second)).startsWith("mlmath; hit");
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(second.jsonPath().getString("requestId")).isEqualTo("two");
        assertThat(second.jsonPath().getInt("computation")).isEqualTo(1);
        assertThat(second.asString()).isEqualTo(first.asString().replace("\"one\"", "\"two\""));
    }

    @Test
    void whatIsKeptIsNotGivenToThoseWhoDoNotTakeIt() {
        String body = "{\"text\": \"form\"}";
        assertThat(post(body, "Accept", "application/xml").statusCode()).isEqualTo(406);
        assertThat(post(body).statusCode()).isEqualTo(200);
        assertThat(post(body, "Accept", "application/xml").statusCode()).isEqualTo(406);
        assertThat(post(body, "Accept", "application/xml, */*;q=0.1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void failuresOfTheServerAreNotKept() {
        for (int i = 0; i < 2; i++) {
            Response answer = given().contentType("application/json")
                    .body("{\"how\": \"memory\"}")
                    .post("/v1/probe/fail");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(status(answer)).isEqualTo("mlmath; fwd=miss");
        }
    }

    @Test
    void answersWithASeedOfOursAreNotKept() {
        assertThat(status(post("{\"text\": \"seed\", \"seed\": -1}"))).isEqualTo("mlmath; fwd=miss");
        assertThat(status(post("{\"text\": \"seed\", \"seed\": -1}"))).isEqualTo("mlmath; fwd=miss");
        assertThat(status(post("{\"text\": \"seed\", \"seed\": 1}"))).isEqualTo("mlmath; fwd=miss; stored");
    }

    @Test
    void answersThatMoreTimeMightHaveMadeBetterAreNotKept() {
        String body = "{\"text\": \"hurried\", \"hurried\": true}";
        assertThat(status(post(body, "Prefer", "wait=0.5"))).isEqualTo("mlmath; fwd=miss");
        assertThat(status(post(body, "Prefer", "wait=0.5"))).isEqualTo("mlmath; fwd=miss");
    }

    @Test
    void requestsThatComeTogetherAreComputedOnce() {
        String body = "{\"text\": \"together\", \"seconds\": 0.1, \"gated\": true}";
        double collapsedBefore = metric("mlmath_cache_collapsed");
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(send(body, "X-Request-Id", "together-" + i));
        }
        await().until(() -> metric("mlmath_cache_collapsed") == collapsedBefore + 19);
        ProbeResource.gate.countDown();
        Set<String> bodies =
                answers.stream().map(answer -> answer.join().body()).collect(Collectors.toSet());
        assertThat(bodies).hasSize(1);
        assertThat(answers.stream().map(ReuseTest::status).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("mlmath; fwd=miss; stored", "mlmath; fwd=miss; collapsed");
        for (int i = 0; i < 20; i++) {
            assertThat(answers.get(i).join().headers().firstValue("X-Request-Id"))
                    .hasValue("together-" + i);
        }
        assertThat(ProbeResource.COMPUTATIONS).hasValue(1);
    }

    @Test
    void aFailureOfTheMathematicsIsFoundOnceForAll() {
        String body = "{\"text\": \"failing together\", \"seconds\": 0.1, \"gated\": true, \"fails\": true}";
        double collapsedBefore = metric("mlmath_cache_collapsed");
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(send(body, "X-Request-Id", "failing-" + i));
        }
        await().until(() -> metric("mlmath_cache_collapsed") == collapsedBefore + 2);
        ProbeResource.gate.countDown();
        for (int i = 0; i < 3; i++) {
            assertThat(answers.get(i).join().statusCode()).isEqualTo(422);
            assertThat(new JsonObject(answers.get(i).join().body()).getString("requestId"))
                    .isEqualTo("failing-" + i);
        }
        assertThat(ProbeResource.COMPUTATIONS).hasValue(1);
    }

    /** With more time, or on a machine with less to do, it would have been computed. */
    @Test
    void whatThereWasTooLittleTimeForIsNobodyElsesRefusal() {
        String body = "{\"text\": \"paced\", \"paced\": true}";
        for (int i = 1; i <= 2; i++) {
            Response refused = post(body);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(status(refused)).isEqualTo("mlmath; fwd=miss");
            assertThat(ProbeResource.COMPUTATIONS).hasValue(i);
        }
    }

    @Test
    void whoeverWaitsForWhatThereWasTooLittleTimeForHasATimeOfTheirOwn() {
        String body = "{\"text\": \"paced together\", \"seconds\": 0.1, \"gated\": true, \"paced\": true}";
        double collapsedBefore = metric("mlmath_cache_collapsed");
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(send(body));
        }
        await().until(() -> metric("mlmath_cache_collapsed") == collapsedBefore + 1);
        ProbeResource.gate.countDown();
        answers.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(422));
        assertThat(ProbeResource.COMPUTATIONS).hasValue(2);
    }

    @Test
    void theLeavingOfOneCallerCostsTheOthersNothingButTime() {
        String body = "{\"text\": \"leaving\", \"seconds\": 0.1, \"loop\": true}";
        double collapsedBefore = metric("mlmath_cache_collapsed");
        var first = send(body);
        await().until(() -> ProbeResource.COMPUTATIONS.get() == 1);
        var second = send(body);
        var third = send(body);
        await().until(() -> metric("mlmath_cache_collapsed") == collapsedBefore + 2);
        double leftBefore = metric("mlmath_requests_total", "status=\"499\"");
        first.cancel(true);
        await().until(() -> metric("mlmath_requests_total", "status=\"499\"") > leftBefore);
        ProbeResource.gate.countDown();
        assertThat(second.join().statusCode()).isEqualTo(200);
        assertThat(status(second)).isEqualTo("mlmath; fwd=miss; collapsed");
        assertThat(third.join().body()).isEqualTo(second.join().body());
        assertThat(ProbeResource.COMPUTATIONS).hasValue(1);
        assertThat(status(post(body))).startsWith("mlmath; hit"); // and it is kept
        await().until(() -> metric("mlmath_memory_held_bytes") == 0);
    }

    /** Also where its turn has not come: what waits in the lane is taken back only with the last of them. */
    @Test
    void whatNobodyWaitsForAnyMoreIsGivenUp() {
        String body = "{\"text\": \"deserted\", \"seconds\": 0.1, \"loop\": true}";
        double collapsedBefore = metric("mlmath_cache_collapsed");
        var first = send(body);
        await().until(() -> ProbeResource.COMPUTATIONS.get() == 1);
        var second = send(body);
        await().until(() -> metric("mlmath_cache_collapsed") == collapsedBefore + 1);
        first.cancel(true);
        second.cancel(true);
        // Though the gate stays closed: the computation has heard of it.
        await().until(() -> metric("mlmath_lane_running", "lane=\"large\"") == 0);
        await().until(() -> metric("mlmath_memory_held_bytes") == 0);
        var third = send(body);
        await().until(() -> ProbeResource.COMPUTATIONS.get() == 2);
        ProbeResource.gate.countDown();
        assertThat(third.join().statusCode()).isEqualTo(200);
    }

    @Test
    void aFailureIsToldThoseWhoWaitThoughTheFirstHasLeft() {
        String body = "{\"text\": \"failing left\", \"seconds\": 0.1, \"gated\": true, \"fails\": true}";
        double collapsedBefore = metric("mlmath_cache_collapsed");
        var first = send(body);
        await().until(() -> ProbeResource.COMPUTATIONS.get() == 1);
        var second = send(body, "X-Request-Id", "who-stays");
        await().until(() -> metric("mlmath_cache_collapsed") == collapsedBefore + 1);
        double leftBefore = metric("mlmath_requests_total", "status=\"499\"");
        first.cancel(true);
        await().until(() -> metric("mlmath_requests_total", "status=\"499\"") > leftBefore);
        ProbeResource.gate.countDown();
        assertThat(second.join().statusCode()).isEqualTo(422);
        assertThat(second.join().body()).contains("who-stays");
        assertThat(ProbeResource.COMPUTATIONS).hasValue(1);
    }

    @Test
    void whoWaitsForTheAnswerOfAnotherKeepsTheirOwnDeadline() {
        String body = "{\"text\": \"impatient\", \"seconds\": 0.1, \"loop\": true}";
        double collapsedBefore = metric("mlmath_cache_collapsed");
        var first = send(body);
        await().until(() -> ProbeResource.COMPUTATIONS.get() == 1);
        var second = send(body, "Prefer", "wait=0.5", "X-Request-Id", "impatient");
        await().until(() -> metric("mlmath_cache_collapsed") == collapsedBefore + 1);
        assertThat(second.join().statusCode()).isEqualTo(504);
        assertThat(second.join().body()).contains("/problems/deadline-exceeded", "impatient");
        assertThat(first).isNotDone();
        ProbeResource.gate.countDown();
        assertThat(first.join().statusCode()).isEqualTo(200);
    }

    @Test
    void theDeadlineOfTheFirstIsNotThatOfTheOthers() {
        String body = "{\"text\": \"short\", \"seconds\": 0.1, \"loop\": true}";
        var first = send(body, "Prefer", "wait=0.6");
        await().until(() -> ProbeResource.COMPUTATIONS.get() == 1);
        var second = send(body);
        assertThat(first.join().statusCode()).isEqualTo(504);
        await().until(() -> ProbeResource.COMPUTATIONS.get() == 2);
        ProbeResource.gate.countDown();
        assertThat(second.join().statusCode()).isEqualTo(200);
    }

    @Test
    void whoMustHaveASeedOrALargeAnswerOfTheirOwnIsNotGivenThatOfAnother() {
        double collapsedBefore = metric("mlmath_cache_collapsed");
        String seed = "{\"text\": \"own\", \"seconds\": 0.1, \"gated\": true, \"seed\": -1}";
        String length = "{\"text\": \"own\", \"seconds\": 0.1, \"gated\": true, \"length\": 1000000}";
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (String body : List.of(seed, seed, length, length)) {
            answers.add(send(body));
        }
        await().until(() -> metric("mlmath_cache_collapsed") == collapsedBefore + 2);
        ProbeResource.gate.countDown();
        assertThat(answers.stream()
                        .map(answer -> new JsonObject(answer.join().body()).getInteger("computation"))
                        .collect(Collectors.toSet()))
                .hasSize(4);
    }

    @Test
    void anAnswerSentInPiecesIsKeptWhereItIsNotTooLarge() {
        String body = "{\"text\": \"long\", \"seconds\": 0.1, \"length\": 200000}";
        Response first = post(body);
        assertThat(first.header("Transfer-Encoding")).isEqualTo("chunked");
        Response second = post(body);
        assertThat(status(second)).startsWith("mlmath; hit");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.contentType()).isEqualTo(first.contentType());
        String tooLong = "{\"text\": \"long\", \"seconds\": 0.1, \"length\": 1000000}";
        post(tooLong);
        assertThat(status(post(tooLong))).isEqualTo("mlmath; fwd=miss");
    }

    @Test
    void largeBodiesAndOperationsThatAreNoneStayApart() {
        String text = URLEncoder.encode("x".repeat(70_000), StandardCharsets.UTF_8);
        assertThat(status(post("{\"text\": \"" + text + "\"}"))).isEqualTo("mlmath; fwd=bypass");
        assertThat(status(given().get("/v1/probe/list"))).isNull();
    }
}
