package org.mlmath.stats.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over HTTP, against the values of other libraries in {@code descriptions.json}. */
@QuarkusTest
class DescriptionReferenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<JsonNode> cases() throws IOException {
        try (InputStream in = DescriptionReferenceTest.class.getResourceAsStream("descriptions.json")) {
            return StreamSupport.stream(JSON.readTree(in).get("cases").spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithOtherLibraries(JsonNode reference) throws IOException {
        JsonNode answer = JSON.readTree(given().contentType("application/json")
                .body(reference.get("request").toString())
                .post("/v1/stats/" + reference.get("path").asText())
                .then()
                .statusCode(200)
                .extract()
                .asString());
        double tolerance = reference.get("tolerance").asDouble();
        for (Map.Entry<String, JsonNode> expected : reference.get("expected").properties()) {
            assertClose(expected.getKey(), answer.at(expected.getKey()), expected.getValue(), tolerance);
        }
    }

    private static void assertClose(String pointer, JsonNode actual, JsonNode expected, double tolerance) {
        if (!expected.isArray()) {
            assertThat(actual.isNumber())
                    .as(pointer + " is a number: " + actual)
                    .isTrue();
            double value = expected.asDouble();
            assertThat(actual.asDouble())
                    .as(pointer)
                    .isCloseTo(value, Offset.offset(tolerance * Math.max(Math.abs(value), 1e-3)));
            return;
        }
        if (expected.size() == 1 && !actual.isArray()) {
            assertClose(pointer, actual, expected.get(0), tolerance);
            return;
        }
        assertThat(actual.size()).as(pointer + " length").isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertClose(pointer + "/" + i, actual.get(i), expected.get(i), tolerance);
        }
    }
}
