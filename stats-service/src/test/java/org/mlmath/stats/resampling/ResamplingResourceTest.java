package org.mlmath.stats.resampling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.stats.reference.ReferenceAnswers;

@QuarkusTest
class ResamplingResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<JsonNode> references() throws IOException {
        return ReferenceAnswers.cases(ResamplingResourceTest.class, "resampling.json");
    }

    static Stream<JsonNode> intervals() throws IOException {
        try (InputStream in = ResamplingResourceTest.class.getResourceAsStream("resampling.json")) {
            return StreamSupport.stream(JSON.readTree(in).get("intervals").spliterator(), false);
        }
    }

    private static ValidatableResponse post(String path, String json) {
        return given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/stats/" + path)
                .then();
    }

    @ParameterizedTest
    @MethodSource("references")
    void permutationsAgreeWithSciPyOverAllArrangements(JsonNode reference) throws IOException {
        ReferenceAnswers.check(reference);
    }

    /** 200,000 resamples on either side leave about 0.01 standard errors at the ends. */
    @ParameterizedTest
    @MethodSource("intervals")
    void intervalsAgreeWithSciPyWithinTheMonteCarloError(JsonNode reference) throws IOException {
        JsonNode answer =
                JSON.readTree(post("bootstrap", reference.get("request").toString())
                        .statusCode(200)
                        .extract()
                        .asString());
        double error = reference.get("standardError").asDouble();
        Offset<Double> tolerance = Offset.offset(0.05 * error);
        assertThat(answer.get("standardError").asDouble()).isCloseTo(error, Offset.offset(0.015 * error));
        assertThat(answer.at("/interval/lower").asDouble())
                .isCloseTo(reference.get("lower").asDouble(), tolerance);
        assertThat(answer.at("/interval/upper").asDouble())
                .isCloseTo(reference.get("upper").asDouble(), tolerance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bootstrap | {} | 400 | invalid-request | /data",
                "bootstrap | {'data': [1]} | 422 | insufficient-data | /data",
                "bootstrap | {'data': []} | 422 | insufficient-data | /data",
                "bootstrap | {'data': [1, null]} | 422 | invalid-parameter | /data/1",
                "bootstrap | {'data': [1, 2], 'level': 1} | 422 | invalid-parameter | /level",
                "bootstrap | {'data': [1, 2], 'trim': 0.5} | 422 | invalid-parameter | /trim",
                "bootstrap | {'data': [1, 2], 'statistic': 'quantile', 'probability': 0} | 422 | invalid-parameter | /probability",
                "bootstrap | {'data': [1, 2], 'resamples': 5} | 400 | invalid-request | /resamples",
                "bootstrap | {'data': [1, 2], 'statistic': 'mode'} | 400 | invalid-request | /statistic",
                "bootstrap | {'data': [1, 2], 'statistic': 'correlation'} | 422 | dimension-mismatch | /data",
                "bootstrap | {'data': [[1, 2], [3, 4]]} | 422 | dimension-mismatch | /data",
                "bootstrap | {'data': [1, 2], 'a': [1, 2]} | 400 | invalid-request | /a",
                "bootstrap | {'a': [1, 2], 'b': [1, 2], 'statistic': 'mean'} | 400 | invalid-request | /a",
                "bootstrap | {'a': [1, 2], 'statistic': 'ratio-of-means'} | 400 | invalid-request | /b",
                "bootstrap | {'a': [1, 2], 'b': [1, 2, 3], 'statistic': 'correlation'} | 422 | dimension-mismatch | /b",
                "bootstrap | {'data': [2, 2, 2], 'statistic': 'skewness'} | 422 | domain-error | /data",
                "permutation-test | {'a': [1, 2]} | 400 | invalid-request | /b",
                "permutation-test | {'a': [], 'b': [1]} | 422 | insufficient-data | /a",
                "permutation-test | {'a': [1, 2], 'b': [1], 'paired': true} | 422 | dimension-mismatch | /b",
                "permutation-test | {'a': [1, 2], 'b': [1, 2], 'alpha': 1} | 422 | invalid-parameter | /alpha",
                "permutation-test | {'a': [1, 2], 'b': [-1, -2], 'statistic': 'ratio-of-means'} | 422 | domain-error | /a",
                "permutation-test | {'a': [1, 2, 3], 'b': [4, 4, 4], 'statistic': 'correlation'} | 422 | domain-error | /a",
                "permutation-test | {'a': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], 'b': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], 'method': 'exact'} | 422 | limit-exceeded | /method"
            })
    void whatIsWrongIsSaidWhereItIs(String path, String request, int status, String problem, String pointer) {
        post(path, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void theSameSeedGivesTheSameBytesAndNoSeedIsDrawnAndSaid() {
        String request = "{'data': [5.1, 4.9, 5.6, 5.8, 5.2, 5.5, 6.1, 4.7, 5.0, 5.3], 'seed': 7}";
        String first = post("bootstrap", request).statusCode(200).extract().asString();
        assertThat(post("bootstrap", request).extract().asString()).isEqualTo(first);
        post("bootstrap", "{'data': [1, 2, 3]}").statusCode(200).body("seed", notNullValue());
    }

    @ParameterizedTest
    @EnumSource(BootstrapMethod.class)
    void dataWithoutVariationHaveADegenerateInterval(BootstrapMethod method) {
        post(
                        "bootstrap",
                        "{'data': [2, 2, 2, 2], 'method': '%s', 'resamples': 1000, 'seed': 1}"
                                .formatted(method.name().toLowerCase()))
                .statusCode(200)
                .body("interval.lower", equalTo(2))
                .body("interval.upper", equalTo(2))
                .body("standardError", equalTo(0))
                .body("warnings.code", hasItem("degenerate"));
    }

    @ParameterizedTest
    @EnumSource(BootstrapStatistic.class)
    void everyStatisticHasAnIntervalByEveryMethod(BootstrapStatistic statistic) {
        String name = statistic.name().toLowerCase().replace('_', '-');
        String samples = statistic.needs() == BootstrapStatistic.Needs.ONE
                ? "'data': [5.1, 4.9, 5.6, 5.8, 5.2, 5.5, 6.1, 4.7, 5.0, 5.3]"
                : "'a': [5.1, 4.9, 5.6, 5.8, 5.2, 5.5], 'b': [4.1, 4.8, 5.0, 5.5, 4.4, 4.6]";
        for (BootstrapMethod method : BootstrapMethod.values()) {
            post(
                            "bootstrap",
                            "{%s, 'statistic': '%s', 'method': '%s', 'resamples': 2000, 'seed': 1, 'explain': true}"
                                    .formatted(samples, name, method.name().toLowerCase()))
                    .statusCode(200)
                    .body("interval.lower", notNullValue())
                    .body("steps.kind", hasItem("interval"));
        }
    }

    @Test
    void aMatrixOfTwoColumnsHoldsPairs() {
        post(
                        "bootstrap",
                        "{'data': [[1, 2], [2, 4.5], [3, 5], [4, 9], [5, 9.5]], 'statistic': 'correlation', 'seed': 2, 'samples': true, 'resamples': 500}")
                .statusCode(200)
                .body("samples", hasSize(500))
                .body("warnings.code", hasItem("few-resamples"));
    }

    @Test
    void dataFarFromZeroKeepTheirDigits() throws IOException {
        JsonNode answer = JSON.readTree(post(
                        "bootstrap",
                        "{'data': [1000000000.001, 1000000000.002, 1000000000.004, 1000000000.003], 'seed': 1}")
                .statusCode(200)
                .extract()
                .asString());
        // √(population variance / n) = √(1.25e-6 / 4), up to the doubles given and the Monte-Carlo error.
        assertThat(answer.get("standardError").asDouble()).isCloseTo(5.59e-4, Offset.offset(2e-5));
    }

    @Test
    void manyArrangementsAreDrawnAtRandom() {
        String a = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]";
        post("permutation-test", "{'a': %s, 'b': %s, 'seed': 3}".formatted(a, a))
                .statusCode(200)
                .body("exact", equalTo(false))
                .body("arrangements", equalTo(10000))
                .body("seed", equalTo(3))
                .body("pValue", equalTo(1));
    }

    @Test
    void aDifferenceThatChanceCannotMakeHasTheSmallestPValue() {
        post(
                        "permutation-test",
                        "{'a': [101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112], 'b': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 'seed': 3, 'resamples': 9999, 'alternative': 'greater'}")
                .statusCode(200)
                .body("pValue.toDouble()", closeTo(0.0001, 1e-9))
                .body("rejectNull", equalTo(true));
    }
}
