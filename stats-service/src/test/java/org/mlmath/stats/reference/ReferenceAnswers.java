package org.mlmath.stats.reference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;

/**
 * Requests with the values other libraries give, from a file beside the test: {@code cases} of a {@code path}, a {@code request}, a
 * {@code tolerance} (relative, absolute below a thousandth) and the values {@code expected} at JSON Pointers into the answer.
 */
public final class ReferenceAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReferenceAnswers() {}

    public static Stream<JsonNode> cases(Class<?> test, String file) throws IOException {
        try (InputStream in = test.getResourceAsStream(file)) {
            return StreamSupport.stream(JSON.readTree(in).get("cases").spliterator(), false);
        }
    }

    public static void check(JsonNode reference) throws IOException {
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
        if (expected.isArray() && !(expected.size() == 1 && !actual.isArray())) {
            assertThat(actual.size()).as(pointer + " length").isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertClose(pointer + "/" + i, actual.get(i), expected.get(i), tolerance);
            }
            return;
        }
        JsonNode single = expected.isArray() ? expected.get(0) : expected;
        if (!single.isNumber()) {
            assertThat(actual).as(pointer).isEqualTo(single);
            return;
        }
        assertThat(actual.isNumber()).as(pointer + " is a number: " + actual).isTrue();
        double value = single.asDouble();
        assertThat(actual.asDouble())
                .as(pointer)
                .isCloseTo(value, Offset.offset(tolerance * Math.max(Math.abs(value), 1e-3)));
    }
}
