package org.mlmath.calculus.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamedRunTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MINIMIZE = "/v1/calculus/optimization/minimize";
    private static final String RUN =
            "{\"objective\": {\"expression\": \"x^2 + 3y^2\"}, \"method\": {\"name\": \"adam\", \"learningRate\": 0.1}, \"start\": [1, 2], \"maxIterations\": %d, \"record\": {\"every\": %d, \"maxPoints\": %d}}";
    private static final String TRAIN =
            "{\"architecture\": {\"layers\": [{\"units\": 1, \"activation\": \"sigmoid\"}]}, \"data\": {\"inputs\": [[0, 0], [0, 1], [1, 0], [1, 1]], \"targets\": [0, 1, 1, 1]}, \"loss\": \"binary-cross-entropy\", \"optimizer\": {\"name\": \"adam\"}, \"epochs\": 6, \"seed\": 1}";

    @TestHTTPResource
    URI server;

    private HttpResponse<String> send(String path, String accept, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).header("Accept", accept);
        if (body != null) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static List<JsonNode> lines(String body) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : body.split("\n")) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void aStreamTellsOfEveryRecordedIterateAndEndsWithTheAnswer() throws Exception {
        HttpResponse<String> response = send(MINIMIZE, "application/x-ndjson", RUN.formatted(20, 2, 100));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        List<JsonNode> lines = lines(response.body());
        assertThat(lines).hasSize(12);
        JsonNode whole = JSON.readTree(
                send(MINIMIZE, "application/json", RUN.formatted(20, 2, 100)).body());
        for (int i = 0; i < 11; i++) {
            assertThat(lines.get(i).get("type").asText()).isEqualTo("point");
            assertThat(lines.get(i).get("iteration")).isEqualTo(whole.at("/trajectory/iterations/" + i));
            assertThat(lines.get(i).get("point")).isEqualTo(whole.at("/trajectory/points/" + i));
            assertThat(lines.get(i).get("value")).isEqualTo(whole.at("/trajectory/values/" + i));
        }
        ObjectNode last = (ObjectNode) lines.get(11);
        assertThat(last.remove("type").asText()).isEqualTo("result");
        assertThat(last).isEqualTo(whole);
    }

    @Test
    void anEventSourceIsSentEvents() throws Exception {
        String query = "?request=" + URLEncoder.encode(RUN.formatted(3, 1, 100), StandardCharsets.UTF_8);
        HttpResponse<String> response = send(MINIMIZE + query, "text/event-stream", null);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        String[] events = response.body().split("\n\n");
        assertThat(events).hasSize(5).allMatch(event -> event.startsWith("data: {\"type\":\""));
        assertThat(events[4]).startsWith("data: {\"type\":\"result\",");
    }

    @Test
    void pointsBecomeFewerWhereTheyWouldBeTooMany() throws Exception {
        List<JsonNode> lines = lines(send(MINIMIZE, "application/x-ndjson", RUN.formatted(1000, 1, 10))
                .body());
        assertThat(lines.size()).isBetween(20, 60);
        assertThat(lines.getLast().get("iterations").asInt()).isEqualTo(1000);
    }

    @Test
    void whatIsRefusedBeforeTheFirstLineIsRefusedAsEver() throws Exception {
        HttpResponse<String> response =
                send(MINIMIZE, "application/x-ndjson", RUN.formatted(20, 2, 100).replace("[1, 2]", "[1, 2, 3]"));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void whoWouldRatherHaveTheWholeAnswerGetsIt() throws Exception {
        HttpResponse<String> response =
                send(MINIMIZE, "application/json, application/x-ndjson;q=0.5, */*;q=0.1", RUN.formatted(2, 1, 100));
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
    }

    @Test
    void trainingTellsOfEachEpoch() throws Exception {
        List<JsonNode> lines = lines(send("/v1/calculus/networks/train", "application/x-ndjson", TRAIN)
                .body());
        assertThat(lines).hasSize(7);
        JsonNode result = lines.getLast();
        assertThat(result.get("type").asText()).isEqualTo("result");
        for (int i = 0; i < 6; i++) {
            assertThat(lines.get(i).get("type").asText()).isEqualTo("point");
            assertThat(lines.get(i).get("epoch").asInt()).isEqualTo(i + 1);
            assertThat(lines.get(i).get("loss")).isEqualTo(result.at("/history/loss/" + i));
        }
    }

    @Test
    void anOperationThatHasNothingToTellAnswersInOneLine() throws Exception {
        List<JsonNode> lines =
                lines(send("/v1/calculus/derivative", "application/x-ndjson", "{\"expression\": \"x^2\"}")
                        .body());
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().get("type").asText()).isEqualTo("result");
        assertThat(lines.getFirst().get("derivative").asText()).isEqualTo("2*x");
    }
}
