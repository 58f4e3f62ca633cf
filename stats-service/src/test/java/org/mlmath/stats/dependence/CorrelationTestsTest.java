package org.mlmath.stats.dependence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.kit.array.Observations;
import org.mlmath.numerics.Deadline;
import org.mlmath.stats.hypothesis.TestMethod;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.reference.ReferenceAnswers;

@QuarkusTest
class CorrelationTestsTest {
    static Stream<JsonNode> references() throws IOException {
        return ReferenceAnswers.cases(CorrelationTestsTest.class, "correlation-tests.json");
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithRSciPyAndEnumeration(JsonNode reference) throws IOException {
        ReferenceAnswers.check(reference);
    }

    private static ValidatableResponse post(String test, String json) {
        return given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/stats/tests/" + test)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pearson-correlation | {'a': [1, 2], 'b': [3, 4]} | 422 | insufficient-data | /a",
                "pearson-correlation | {'a': [1, 2, 3], 'b': [3, 4]} | 422 | dimension-mismatch | /b",
                "pearson-correlation | {'a': [1, 2, 3], 'b': [4, 4, 4]} | 422 | insufficient-data | /b",
                "pearson-correlation | {'a': [1, 2, 3], 'b': [4, 6, 4], 'nullValue': 1} | 422 | invalid-parameter | /nullValue",
                "pearson-correlation | {'a': [1, 2, 3], 'b': [4, 6, 4], 'nullValue': 0.5} | 422 | insufficient-data | /a",
                "pearson-correlation | {'a': [1, null, 3], 'b': [4, 5, 4]} | 422 | invalid-parameter | /a/1",
                "pearson-correlation | {'a': [1, 2, 3]} | 400 | invalid-request | /b",
                "spearman-correlation | {'a': [1], 'b': [2]} | 422 | insufficient-data | /a",
                "spearman-correlation | {'a': [1, 2, 3], 'b': [4, 6, 4], 'alpha': 2} | 422 | invalid-parameter | /alpha",
                "kendall-correlation | {'a': [], 'b': []} | 422 | insufficient-data | /a",
                "kendall-correlation | {'a': [1, 2], 'b': [2, 1], 'variant': 'a'} | 400 | invalid-request | /variant",
                "kendall-correlation | {'a': [1, 2], 'b': [2, 'x']} | 400 | invalid-request | /b/1"
            })
    void whatIsWrongIsSaidWhereItIs(String test, String request, int status, String problem, String pointer) {
        post(test, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void pointsOnALineHaveAnInfiniteStatistic() {
        post("pearson-correlation", "{'a': [1, 2, 3, 4], 'b': [2.5, 4.5, 6.5, 8.5]}")
                .statusCode(200)
                .body("statistic", equalTo("Infinity"))
                .body("pValue", equalTo(0))
                .body("estimate", equalTo(1))
                .body("confidenceInterval.lower", equalTo(1))
                .body("warnings.code", hasItem("perfect-correlation"))
                .body("warnings.code", not(hasItem("underflow")));
    }

    @Test
    void nearlyPerfectCorrelationsKeepTheDigitsOfTheirStatistic() {
        TestResult result = PearsonTest.of(new PearsonCorrelationRequest(
                new Observations(new double[] {1, 2, 3, 4}),
                new Observations(new double[] {1, 2.0000001, 2.9999999, 4}),
                null,
                null,
                null,
                null,
                null));
        // mpmath, 50 digits, of these doubles; from a rounded r there would be one digit.
        assertThat(result.statistic()).isCloseTo(23570225.606721597, Percentage.withPercentage(1e-6));
    }

    @ParameterizedTest
    @EnumSource(TestMethod.class)
    void perfectAgreementOfRanksIsTestedExactlyForAnyNumber(TestMethod method) {
        Observations values =
                new Observations(IntStream.range(0, 20).asDoubleStream().toArray());
        TestResult result = SpearmanTest.of(
                new SpearmanCorrelationRequest(values, values, null, null, method, null, null, null), Deadline.none());
        assertThat(result.estimate()).isEqualTo(1);
        assertThat(result.statistic()).isZero();
        assertThat(result.pValue()).isCloseTo(2 / 2.43290200817664e18, Percentage.withPercentage(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spearman-correlation", "kendall-correlation"})
    void anExactTestThatTakesTooLongIsRefused(String test) {
        StringBuilder a = new StringBuilder("0, 0");
        StringBuilder b = new StringBuilder("5, 0");
        for (int i = 1; i < 40; i++) {
            a.append(", ").append(i);
            b.append(", ").append(i * 17 % 41);
        }
        post(test, "{'a': [%s], 'b': [%s], 'method': 'exact'}".formatted(a, b))
                .statusCode(422)
                .body("type", equalTo("/problems/limit-exceeded"))
                .body("errors.pointer", hasItem("/method"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pearson-correlation", "spearman-correlation", "kendall-correlation"})
    void fewPairsHaveAPValueButNoInterval(String test) {
        post(test, "{'a': [1, 2, 4], 'b': [1, 3, 2]}")
                .statusCode(200)
                .body("confidenceInterval.lower", equalTo(-1))
                .body("confidenceInterval.upper", equalTo(1))
                .body("warnings.code", hasItem("too-few-for-an-interval"));
    }
}
