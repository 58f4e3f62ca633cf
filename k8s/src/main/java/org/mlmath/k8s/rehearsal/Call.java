package org.mlmath.k8s.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** A request and the status that answers it. A body that is null makes it a GET. */
record Call(String path, String mediaType, byte[] body, int status) {
    private static final String JSON = "application/json";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Who answers {@link #small}: each service, and the gateway itself. */
    static final List<String> ANSWERING = List.of("linalg", "calculus", "stats", "gateway");

    Call(String path, byte[] body, int status) {
        this(path, JSON, body, status);
    }

    /** @return a small request with numbers of its own, so that it is not answered from a cache */
    static Call small(String service, long number) {
        String varied = Double.toString(2 + (number + System.nanoTime() % 1000 / 1e3) * 1e-6);
        return switch (service) {
            case "linalg" ->
                post(
                        "/v1/linalg/decompositions/svd",
                        "{\"matrix\": [[5.1, 3.5, 1.4], [7.0, 3.2, 4.7], [6.3, 3.3, " + varied + "]]}");
            case "calculus" ->
                post("/v1/calculus/derivative", "{\"expression\": \"x^2 sin x\", \"at\": {\"x\": " + varied + "}}");
            case "stats" ->
                post(
                        "/v1/stats/tests/t-two-sample",
                        "{\"a\": [30.02, 29.99, 30.11, 29.97, " + varied
                                + "], \"b\": [29.89, 29.93, 29.72, 29.98, 30.02]}");
            default -> new Call("/v1/limits", null, 200);
        };
    }

    /** @return 20 000 steps of Adam: some milliseconds of work, of which little is about the request */
    static Call training(long number) {
        return post(
                "/v1/calculus/optimization/minimize",
                "{\"objective\": {\"expression\": \"(1-x)^2 + 100*(y-x^2)^2\"}, \"method\": {\"name\": \"adam\", \"learningRate\": 1e-5},"
                        + " \"start\": [-1.5, " + (2 + number * 1e-6)
                        + "], \"maxIterations\": 20000, \"record\": {\"every\": 20000}}");
    }

    static Call post(String path, String body) {
        return new Call(path, body.getBytes(StandardCharsets.UTF_8), 200);
    }

    /** @return the examples of the API document, from where they are kept */
    static List<Call> documented(Path project) throws IOException {
        List<Call> calls = new ArrayList<>();
        for (String module : List.of("gateway", "linalg-service", "calculus-service", "stats-service")) {
            try (Stream<Path> files = Files.list(project.resolve(module).resolve("src/main/resources/examples"))) {
                for (Path file : files.sorted().toList()) {
                    for (JsonNode example : new ObjectMapper().readTree(file.toFile())) {
                        calls.add(new Call(
                                example.path("path").asText(),
                                example.path("mediaType").asText(JSON),
                                body(example),
                                example.path("status").asInt()));
                    }
                }
            }
        }
        return calls;
    }

    private static byte[] body(JsonNode example) {
        if (!example.has("request")) {
            return null;
        }
        return example.has("mediaType")
                ? Base64.getDecoder().decode(example.get("request").asText())
                : example.get("request").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @return null if it was answered as it should be, else what came instead */
    String send(HttpClient client, URI server) throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
        if (body != null) {
            request.header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(body));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == status
                    ? null
                    : path + " was answered " + response.statusCode() + " instead of " + status + ": "
                            + beginning(response.body());
        } catch (IOException e) {
            return path + " was not answered: " + e;
        }
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(300, text.length())).replaceAll("\\s+", " ");
    }
}
