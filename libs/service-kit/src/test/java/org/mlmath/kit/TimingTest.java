package org.mlmath.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer says where its time went and what it cost. */
@QuarkusTest
class TimingTest {
    @TestHTTPResource("/v1/probe/slow")
    URI slow;

    @AfterEach
    void openTheGate() {
        ProbeResource.gate.countDown();
    }

    private static Response post(String path, String body) {
        return given().contentType("application/json").body(body).post("/v1/probe/" + path);
    }

    private static Map<String, Double> timing(String header) {
        Map<String, Double> milliseconds = new LinkedHashMap<>();
        for (String metric : header.split(", ")) {
            assertThat(metric).matches("[a-z]+;dur=\\d+\\.\\d{3}");
            milliseconds.put(
                    metric.substring(0, metric.indexOf(';')),
                    Double.parseDouble(metric.substring(metric.indexOf('=') + 1)));
        }
        return milliseconds;
    }

    private static double cost(String header) {
        assertThat(header).matches("\\d+\\.\\d{6}");
        return Double.parseDouble(header);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            echo | {"matrix": [[1]]}
            echo | {"matrix": [[1, 2], [3]]}
            echo | {
            fail | {"how": "mathematics"}
            slow | {"seconds": 0.1}
            slow | {"seconds": 100}
            seed | {}
            """)
    void theCostIsWhatWasNotWaiting(String path, String body) {
        Response answer = post(path, body);
        Map<String, Double> milliseconds = timing(answer.header("Server-Timing"));
        assertThat(milliseconds).containsOnlyKeys("queue", "read", "compute", "serialize");
        double busy =
                milliseconds.values().stream().mapToDouble(Double::doubleValue).sum() - milliseconds.get("queue");
        assertThat(cost(answer.header("Mlmath-Cost"))).isPositive().isBetween(busy / 1e3, busy / 1e3 + 5e-6);
    }

    @Test
    void whatIsAskedByGetOrIsAListHasItsCostToo() {
        Response asked = given().queryParam("request", "{\"matrix\": [[1]]}").get("/v1/probe/echo");
        assertThat(timing(asked.header("Server-Timing"))).containsKeys("queue", "compute");
        assertThat(asked.headers().getValues("Mlmath-Cost")).hasSize(1);
        assertThat(cost(given().get("/v1/probe/list").header("Mlmath-Cost"))).isPositive();
        assertThat(cost(given().get("/v1/probe/nothing").header("Mlmath-Cost"))).isPositive();
    }

    @Test
    void waitingForTheLaneIsNotCharged() throws Exception {
        ProbeResource.STARTED.set(0);
        ProbeResource.gate = new CountDownLatch(1);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var first = send(client, "{\"seconds\": 0.1, \"gated\": true}");
            await().until(() -> ProbeResource.STARTED.get() == 1);
            var second = send(client, "{\"seconds\": 0.1}");
            Thread.sleep(300);
            assertThat(second).isNotDone();
            ProbeResource.gate.countDown();
            assertThat(timing(header(first, "Server-Timing")).get("compute")).isGreaterThan(250);
            assertThat(cost(header(first, "Mlmath-Cost"))).isGreaterThan(0.25);
            double waited = timing(header(second, "Server-Timing")).get("queue");
            assertThat(waited).isGreaterThan(150);
            assertThat(cost(header(second, "Mlmath-Cost"))).isLessThan(waited / 1e3);
        }
    }

    private CompletableFuture<HttpResponse<String>> send(HttpClient client, String body) {
        HttpRequest request = HttpRequest.newBuilder(slow)
                .header("Cache-Control", "no-cache")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String header(CompletableFuture<HttpResponse<String>> answer, String name) {
        return answer.join().headers().firstValue(name).orElseThrow();
    }

    @Test
    void anAnswerThatIsSentWhileItIsWrittenDoesNotSayHowLongThatTakes() {
        String row = "[" + "1.2345678901,".repeat(199) + "1]";
        String matrix = "[" + (row + ",").repeat(99) + row + "]";
        Response answer = post("echo", "{\"matrix\": " + matrix + "}");
        assertThat(answer.header("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(timing(answer.header("Server-Timing"))).containsOnlyKeys("queue", "read", "compute");
        assertThat(cost(answer.header("Mlmath-Cost"))).isPositive();
    }
}
