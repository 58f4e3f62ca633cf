package org.mlmath.stats.hypothesis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Requests whose answers others have computed: R, or mpmath where R has fewer digits. */
@QuarkusTest
class IndependentAnswersTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> agreeWithTheService() {
        return Stream.of("table-tests.json", "odds-ratios.json", "variance-tests.json", "tukey.json", "intervals.json")
                .flatMap(IndependentAnswersTest::tests);
    }

    private static Stream<DynamicTest> tests(String file) {
        JsonNode references = read(file);
        double tolerance = references.get("tolerance").asDouble();
        return StreamSupport.stream(references.get("cases").spliterator(), false)
                .map(reference -> DynamicTest.dynamicTest(
                        reference.get("path").asText() + " " + reference.get("request"),
                        () -> compare(reference, tolerance)));
    }

    private static void compare(JsonNode reference, double tolerance) throws IOException {
        String body = given().contentType("application/json")
                .body(reference.get("request").toString())
                .post("/v1/stats/" + reference.get("path").asText())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        JsonNode answer = MAPPER.readTree(body);
        reference.get("expected").properties().forEach(entry -> {
            JsonNode found = answer.at(entry.getKey());
            String text = entry.getValue().asText();
            double expected = text.equals("inf") || text.equals("Inf")
                    ? Double.POSITIVE_INFINITY
                    : text.equals("-inf") || text.equals("-Inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
            double actual = found.isTextual() ? Double.parseDouble(found.asText()) : found.doubleValue();
            assertThat(found.isMissingNode()).as(entry.getKey()).isFalse();
            if (Double.isInfinite(expected) || expected == actual) {
                assertThat(actual).as(entry.getKey()).isEqualTo(expected);
            } else {
                assertThat(Math.abs(actual - expected))
                        .as("%s is %s, but should be %s", entry.getKey(), actual, expected)
                        .isLessThanOrEqualTo(tolerance * Math.abs(expected));
            }
        });
    }

    private static JsonNode read(String file) {
        try (InputStream in = IndependentAnswersTest.class.getResourceAsStream(file)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
