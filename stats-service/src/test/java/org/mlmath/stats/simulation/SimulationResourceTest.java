package org.mlmath.stats.simulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SimulationResourceTest {
    private static final String EXPONENTIAL = "{'name': 'exponential', 'parameters': {'rate': 1}}";
    private static final String CAUCHY = "{'name': 'cauchy', 'parameters': {'location': 0, 'scale': 1}}";

    private static ValidatableResponse post(String path, String json) {
        return given().contentType("application/json")
                .body(json.replace("EXP", EXPONENTIAL).replace("CAUCHY", CAUCHY).replace('\'', '"'))
                .post("/v1/stats/simulations/" + path)
                .then();
    }

    private static JsonPath answer(String path, String json) {
        return post(path, json).statusCode(200).extract().jsonPath();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "central-limit-theorem | {} | 400 | invalid-request | /distribution",
                "central-limit-theorem | {'distribution': {'name': 'norml', 'parameters': {}}} | 422 | invalid-parameter | /distribution/name",
                "central-limit-theorem | {'distribution': {'name': 'normal'}} | 422 | invalid-parameter | /distribution/parameters",
                "central-limit-theorem | {'distribution': EXP, 'sampleSize': 0} | 422 | invalid-parameter | /sampleSize",
                "central-limit-theorem | {'distribution': EXP, 'repetitions': 1} | 422 | invalid-parameter | /repetitions",
                "central-limit-theorem | {'distribution': EXP, 'repetitions': -5} | 422 | invalid-parameter | /repetitions",
                "central-limit-theorem | {'distribution': EXP, 'bins': 0} | 422 | invalid-parameter | /bins",
                "central-limit-theorem | {'distribution': EXP, 'sampleSize': 100000, 'repetitions': 100000} | 422 | limit-exceeded | /repetitions",
                "central-limit-theorem | {'distribution': EXP, 'seed': -1} | 400 | invalid-request | /seed",
                "law-of-large-numbers | {'distribution': EXP, 'size': 0} | 422 | invalid-parameter | /size",
                "law-of-large-numbers | {'distribution': EXP, 'paths': 1000} | 422 | invalid-parameter | /paths",
                "law-of-large-numbers | {'distribution': EXP, 'maxPoints': 1} | 422 | invalid-parameter | /maxPoints",
                "law-of-large-numbers | {'distribution': EXP, 'level': 1} | 422 | invalid-parameter | /level",
                "monte-carlo-integral | {'expression': 'x'} | 400 | invalid-request | /region",
                "monte-carlo-integral | {'expression': 'x', 'region': {}} | 422 | invalid-parameter | /region",
                "monte-carlo-integral | {'expression': 'x', 'region': {'x': [1, 0]}} | 422 | invalid-parameter | /region/x",
                "monte-carlo-integral | {'expression': 'x', 'region': {'x': [0]}} | 422 | invalid-parameter | /region/x",
                "monte-carlo-integral | {'expression': 'x', 'region': {'x': [0, 'Infinity']}} | 422 | invalid-parameter | /region/x",
                "monte-carlo-integral | {'expression': 'x +', 'region': {'x': [0, 1]}} | 422 | expression-syntax | /expression",
                "monte-carlo-integral | {'expression': 'x*y', 'region': {'x': [0, 1]}} | 422 | unknown-name | /expression",
                "monte-carlo-integral | {'expression': 'log(x)', 'region': {'x': [-1, 0]}} | 422 | domain-error | /expression",
                "monte-carlo-integral | {'expression': 'x', 'region': {'x': [0, 1]}, 'samples': 3} | 422 | invalid-parameter | /samples",
                "monte-carlo-integral | {'expression': 'x', 'region': {'x': [0, 1]}, 'level': 0} | 422 | invalid-parameter | /level",
                "bias-variance | {'expression': 'x', 'region': {'x': [0, 1], 'y': [0, 1]}} | 422 | invalid-parameter | /region",
                "bias-variance | {'expression': 'x', 'region': {'x': [0, 1]}, 'noise': -1} | 422 | invalid-parameter | /noise",
                "bias-variance | {'expression': 'x', 'region': {'x': [0, 1]}, 'sampleSize': 3} | 422 | invalid-parameter | /maxDegree",
                "bias-variance | {'expression': '1/x', 'region': {'x': [0, 1]}} | 422 | domain-error | /expression",
                "bias-variance | {'expression': 'x', 'region': {'x': [1, 1]}} | 422 | invalid-parameter | /region/x",
                "coverage | {'distribution': CAUCHY} | 422 | invalid-parameter | /distribution",
                "coverage | {'distribution': EXP, 'method': 'wilson'} | 422 | invalid-parameter | /method",
                "coverage | {'distribution': EXP, 'sampleSize': 1} | 422 | invalid-parameter | /sampleSize",
                "coverage | {'distribution': EXP, 'level': 1.5} | 422 | invalid-parameter | /level"
            })
    void whatIsWrongIsSaidWhereItIs(String path, String request, int status, String problem, String pointer) {
        post(path, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void meansScatterAsTheTheoremSays() {
        JsonPath answer = answer(
                "central-limit-theorem", "{'distribution': EXP, 'sampleSize': 40, 'repetitions': 4000, 'seed': 3}");
        double error = answer.getDouble("expectedStandardDeviation") / Math.sqrt(4000);
        assertThat(answer.getDouble("expectedStandardDeviation")).isCloseTo(1 / Math.sqrt(40), Offset.offset(1e-6));
        assertThat(answer.getDouble("mean")).isCloseTo(1, Offset.offset(4 * error));
        assertThat(answer.getDouble("skewness")).isCloseTo(answer.getDouble("expectedSkewness"), Offset.offset(0.16));
        assertThat(answer.getList("counts", Integer.class).stream()
                        .mapToInt(i -> i)
                        .sum())
                .isEqualTo(4000);
    }

    @Test
    void theTheoremSaysNothingWithoutAVariance() {
        post("central-limit-theorem", "{'distribution': CAUCHY, 'seed': 3}")
                .statusCode(200)
                .body("normalDensity", nullValue())
                .body("warnings.code", contains("no-variance", "undefined-values"));
        post("law-of-large-numbers", "{'distribution': CAUCHY, 'seed': 3}")
                .statusCode(200)
                .body("expectedMean", nullValue())
                .body("warnings.code", contains("no-mean"));
    }

    @Test
    void pathsEndNearTheMean() {
        JsonPath answer =
                answer("law-of-large-numbers", "{'distribution': EXP, 'size': 100000, 'paths': 3, 'seed': 4}");
        for (int path = 0; path < 3; path++) {
            assertThat(answer.getDouble("runningMeans[%d].last()".formatted(path)))
                    .isCloseTo(1, Offset.offset(0.015));
        }
        assertThat(answer.getInt("sizes.last()")).isEqualTo(100_000);
        assertThat(answer.getList("sizes").size()).isLessThanOrEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crude", "antithetic", "quasi-random"})
    void anIntegralLiesWithinAFewStandardErrors(String method) {
        JsonPath answer = answer(
                "monte-carlo-integral",
                "{'expression': 'x*y + exp(x)', 'region': {'x': [0, 2], 'y': [0, 'pi']}, 'samples': 20000, 'seed': 6, 'method': '%s'}"
                        .formatted(method));
        double truth = 2 * Math.PI * Math.PI / 2 + Math.PI * Math.expm1(2);
        double error = answer.getDouble("standardError");
        assertThat(error).isBetween(1e-6, 0.2);
        assertThat(answer.getDouble("estimate")).isCloseTo(truth, Offset.offset(4 * error));
        assertThat(answer.getDouble("runningEstimates.last()"))
                .isCloseTo(answer.getDouble("estimate"), Offset.offset(1e-4));
    }

    @Test
    void simulatedErrorsAreThoseOfTheory() {
        JsonPath answer = answer(
                "bias-variance",
                "{'expression': 'sin(2*pi*x)', 'region': {'x': [0, 1]}, 'repetitions': 3000, 'seed': 2}");
        for (int degree = 0; degree <= 9; degree++) {
            String at = "degrees[%d].".formatted(degree);
            assertThat(answer.getDouble(at + "variance"))
                    .isCloseTo(
                            answer.getDouble(at + "exactVariance"),
                            Offset.offset(0.1 * answer.getDouble(at + "exactVariance")));
            assertThat(answer.getDouble(at + "biasSquared"))
                    .isCloseTo(answer.getDouble(at + "exactBiasSquared"), Offset.offset(2e-3));
        }
        assertThat(answer.getDouble("degrees[0].biasSquared"))
                .isGreaterThan(answer.getDouble("degrees[3].biasSquared"));
        assertThat(answer.getDouble("degrees[9].variance")).isGreaterThan(answer.getDouble("degrees[3].variance"));
        assertThat(answer.getInt("best")).isBetween(3, 5);
    }

    @Test
    void intervalsOfANormalMeanHoldItAsPromised() {
        JsonPath answer = answer(
                "coverage",
                "{'distribution': {'name': 'normal', 'parameters': {'mean': 5, 'standardDeviation': 2}}, 'sampleSize': 8, 'repetitions': 20000, 'level': 0.9, 'seed': 1}");
        assertThat(answer.getDouble("coverage")).isCloseTo(0.9, Offset.offset(4 * answer.getDouble("monteCarloError")));
        assertThat(answer.getList("intervals")).hasSize(100);
    }

    @Test
    void waldsIntervalOfASmallProbabilityPromisesTooMuch() {
        post(
                        "coverage",
                        "{'distribution': {'name': 'bernoulli', 'parameters': {'probability': 0.05}}, 'method': 'wald', 'seed': 1}")
                .statusCode(200)
                .body("warnings.code", contains("undercoverage"))
                .body("intervals", hasSize(100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "central-limit-theorem | {'distribution': EXP, 'seed': 7}",
                "law-of-large-numbers | {'distribution': EXP, 'seed': 7}",
                "monte-carlo-integral | {'expression': 'x', 'region': {'x': [0, 1]}, 'seed': 7}",
                "bias-variance | {'expression': 'x', 'region': {'x': [0, 1]}, 'seed': 7}",
                "coverage | {'distribution': EXP, 'seed': 7}"
            })
    void aSeedGivesTheSameAgain(String path, String request) {
        post(path, request).body(equalTo(post(path, request).extract().asString()));
    }
}
