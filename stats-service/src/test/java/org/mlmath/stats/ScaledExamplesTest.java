package org.mlmath.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The first documented example of every operation with each of its fields taken to where numbers over- and underflow: it is answered, every
 * undefined entry of an array is counted in a warning, or refused with the place.
 */
@QuarkusTest
class ScaledExamplesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double[] SCALES = {1e300, 1e-300, 1e160, 1e308};

    /** Counts that grow become work; what they may be is tested where they are. */
    private static final Set<String> SIZES =
            Set.of("seed", "resamples", "repetitions", "samples", "size", "drawsPerChain");

    /** Chains on densities that scaled data make steep take their time, and may run out of it. */
    private static final Set<String> SLOW = Set.of("/v1/stats/bayes/mcmc");

    @TestFactory
    Stream<DynamicTest> nothingIsUndefinedInSilence() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/examples"))) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode example : MAPPER.readTree(file.toFile())) {
                    if (example.path("method").asText().equals("POST")
                            && example.path("status").asInt() == 200
                            && example.path("request").isObject()
                            && !SLOW.contains(example.path("path").asText())) {
                        tests.add(dynamicTest(file.getFileName().toString(), () -> scaled(example)));
                        break;
                    }
                }
            }
        }
        return tests.stream();
    }

    private static void scaled(JsonNode example) {
        ObjectNode request = (ObjectNode) example.path("request");
        request.properties().forEach(field -> {
            for (double scale : SCALES) {
                JsonNode value = times(field.getValue(), scale);
                if (!value.equals(field.getValue()) && !SIZES.contains(field.getKey())) {
                    ObjectNode changed = request.deepCopy();
                    changed.set(field.getKey(), value);
                    check(example.path("path").asText(), changed);
                }
            }
        });
    }

    private static void check(String path, JsonNode request) {
        Response response = RestAssured.given()
                .contentType("application/json")
                .body(request.toString())
                .post(path);
        String what = path + " " + request;
        assertThat(response.statusCode()).as(what).isIn(200, 400, 422);
        JsonNode answer = read(response);
        if (response.statusCode() != 200) {
            assertThat(answer.path("errors")).as(what).isNotEmpty().allMatch(error -> error.has("pointer"));
        } else if (hasNullAmongNumbers(answer)) {
            assertThat(answer.path("warnings"))
                    .as(what)
                    .anyMatch(warning -> warning.path("code").asText().equals("undefined-values"));
        }
    }

    private static JsonNode read(Response response) {
        try {
            return MAPPER.readTree(response.asByteArray());
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + response.asString(), e);
        }
    }

    private static boolean hasNullAmongNumbers(JsonNode node) {
        boolean list = node.isArray();
        for (JsonNode child : node) {
            if (list && child.isNull() || hasNullAmongNumbers(child)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode times(JsonNode node, double scale) {
        if (node instanceof ObjectNode object) {
            ObjectNode scaled = object.objectNode();
            object.properties().forEach(field -> scaled.set(field.getKey(), times(field.getValue(), scale)));
            return scaled;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode scaled = list.arrayNode();
            list.forEach(child -> scaled.add(times(child, scale)));
            return scaled;
        }
        return node.isNumber()
                ? JsonNodeFactory.instance.numberNode(
                        Math.clamp(node.doubleValue() * scale, -Double.MAX_VALUE, Double.MAX_VALUE))
                : node;
    }
}
