package org.mlmath.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Large work holds up neither small work nor, once its callers have gone, anybody. */
@QuarkusTest
class FairnessTest {
    private static final String SMALL = "{\"matrix\": [[1, 2, 3], [4, 5, 6], [7, 8, 10]]}";
    private static final int LARGE_REQUESTS = 12;

    @TestHTTPResource("/v1/linalg/decompositions/svd")
    URI svd;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    private final String large = randomMatrix(500);

    @Test
    void aSmallRequestIsAnsweredWhileTheLaneIsFull() throws Exception {
        try (HttpClient client = client()) {
            List<CompletableFuture<HttpResponse<String>>> answers = sendLarge(client);
            await().until(() -> gauge("mlmath_lane_queued", "large") >= 3);
            int answeredMeanwhile = 0;
            while (gauge("mlmath_lane_queued", "large") > 0) {
                assertThat(client.send(request(SMALL), HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
                answeredMeanwhile++;
            }
            assertThat(answeredMeanwhile).isGreaterThan(LARGE_REQUESTS);
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertThat(answer.join().statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void queuedWorkGoesWithItsCallers() throws Exception {
        try (HttpClient leaving = client()) {
            sendLarge(leaving);
            await().until(() -> gauge("mlmath_lane_queued", "large") >= 3);
            leaving.shutdownNow();
        }
        // What has begun runs out; what waited is dropped, many times faster than it could have been computed.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> gauge("mlmath_lane_queued", "large") == 0 && gauge("mlmath_lane_running", "large") == 0);
        try (HttpClient client = client()) {
            assertThat(client.send(request(SMALL), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private List<CompletableFuture<HttpResponse<String>>> sendLarge(HttpClient client) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < LARGE_REQUESTS; i++) {
            answers.add(client.sendAsync(request(large), HttpResponse.BodyHandlers.ofString()));
        }
        return answers;
    }

    private HttpRequest request(String body) {
        return HttpRequest.newBuilder(svd)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private double gauge(String name, String lane) throws Exception {
        try (HttpClient client = client()) {
            return client.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name) && line.contains("lane=\"" + lane + "\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static String randomMatrix(int n) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder json = new StringBuilder("{\"matrix\": [");
        for (int i = 0; i < n; i++) {
            json.append(i == 0 ? "[" : ",[");
            for (int j = 0; j < n; j++) {
                json.append(j == 0 ? "" : ",").append(random.nextDouble());
            }
            json.append(']');
        }
        return json.append("]}").toString();
    }
}
