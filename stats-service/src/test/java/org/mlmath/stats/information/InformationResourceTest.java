package org.mlmath.stats.information;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class InformationResourceTest {
    private static ValidatableResponse post(String path, String json) {
        return given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/stats/information/" + path)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entropy | {} | 400 | invalid-request | /p",
                "entropy | {'p': 0.5} | 400 | invalid-request | /p",
                "entropy | {'p': []} | 422 | insufficient-data | /p",
                "entropy | {'p': [0.5, 0.6]} | 422 | invalid-parameter | /p",
                "entropy | {'p': [1.5, -0.5]} | 422 | invalid-parameter | /p/1",
                "entropy | {'p': [0.5, null]} | 400 | invalid-request | /p/1",
                "entropy | {'p': [[0.5, 0.5]]} | 422 | invalid-parameter | /p",
                "entropy | {'p': [[0.5, 0.5], [1]]} | 400 | invalid-request | /p/1",
                "entropy | {'p': [0.5, [1]]} | 400 | invalid-request | /p/1",
                "entropy | {'p': [[1], 0.5]} | 400 | invalid-request | /p/1",
                "entropy | {'p': [0, 0], 'kind': 'counts'} | 422 | insufficient-data | /p",
                "entropy | {'p': [3, -1], 'kind': 'counts'} | 422 | invalid-parameter | /p/1",
                "entropy | {'p': [0.5, 0.5], 'base': 1} | 422 | invalid-parameter | /base",
                "entropy | {'p': [0.5, 0.5], 'base': -2} | 422 | invalid-parameter | /base",
                "entropy | {'p': {'name': 'norml', 'parameters': {}}} | 422 | invalid-parameter | /p/name",
                "entropy | {'p': {}} | 422 | invalid-parameter | /p/name",
                "js-divergence | {'p': {'name': 'normal', 'parameters': {'mean': 0, 'standardDeviation': 1}}, 'q': {'name': null}} | 422 | invalid-parameter | /q/name",
                "entropy | {'p': {'name': 'normal'}} | 422 | invalid-parameter | /p/parameters",
                "entropy | {'p': {'name': 'normal', 'parameters': {'mean': 0, 'standardDeviation': -1}}} | 422 | invalid-parameter | /p/parameters/standardDeviation",
                "entropy | {'p': ['a', 'b'], 'continuous': true} | 422 | invalid-parameter | /p",
                "entropy | {'p': [1, 2], 'continuous': true} | 422 | insufficient-data | /p",
                "entropy | {'p': [1, 2, 3, 4], 'continuous': true, 'neighbors': 0} | 422 | invalid-parameter | /neighbors",
                "kl-divergence | {'p': [0.5, 0.5]} | 400 | invalid-request | /q",
                "kl-divergence | {'p': [0.5, 0.5], 'q': [1]} | 422 | dimension-mismatch | /q",
                "kl-divergence | {'p': [0.5, 0.5], 'q': {'name': 'normal', 'parameters': {}}} | 422 | invalid-parameter | /q",
                "kl-divergence | {'p': {'name': 'normal', 'parameters': {'mean': 0, 'standardDeviation': 1}}, 'q': {'name': 'poisson', 'parameters': {'rate': 1}}} | 422 | invalid-parameter | /q",
                "kl-divergence | {'p': {'name': 'poisson', 'parameters': {'rate': 1e12}}, 'q': {'name': 'poisson', 'parameters': {'rate': 2e12}}} | 422 | limit-exceeded | /p",
                "mutual-information | {'p': [1, 2]} | 422 | invalid-parameter | /q",
                "mutual-information | {'p': [1, 2], 'q': [1]} | 422 | dimension-mismatch | /q",
                "mutual-information | {'p': [[0.5, 0.5]], 'q': [1, 2]} | 422 | invalid-parameter | /q",
                "mutual-information | {'p': [[0.5, 0.4]]} | 422 | invalid-parameter | /p",
                "kl-divergence | {'p': [12, 3], 'q': [0.5, 0.6]} | 422 | invalid-parameter | /q",
                "mutual-information | {'p': [[5, 5]], 'kind': 'samples'} | 422 | invalid-parameter | /kind",
                "mutual-information | {'p': [], 'q': []} | 422 | insufficient-data | /p"
            })
    void whatIsWrongIsSaidWhereItIs(String path, String request, int status, String problem, String pointer) {
        post(path, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void whatQRulesOutIsInfinitelyFar() {
        post("kl-divergence", "{'p': [0.5, 0.5], 'q': [1, 0]}")
                .statusCode(200)
                .body("value", equalTo("Infinity"))
                .body("terms[1]", equalTo("Infinity"))
                .body("warnings.code", contains("infinite-divergence"));
        post(
                        "kl-divergence",
                        "{'p': {'name': 'normal', 'parameters': {'mean': 0, 'standardDeviation': 1}}, 'q': {'name': 'exponential', 'parameters': {'rate': 1}}}")
                .statusCode(200)
                .body("value", equalTo("Infinity"));
    }

    @Test
    void wholeNumbersThatAddUpToMoreThanOneAreCounts() {
        post("kl-divergence", "{'p': [2, 2], 'q': [0.25, 0.75], 'base': 2}")
                .statusCode(200)
                .body("value", equalTo(0.20751876f));
        post("entropy", "{'p': [3, 3, 3, 3], 'base': 2}").statusCode(200).body("value", equalTo(2));
    }

    @Test
    void anImpossibleOutcomeAddsNothing() {
        post("entropy", "{'p': [1, 0]}")
                .statusCode(200)
                .body("value", equalTo(0))
                .body("terms", contains(0, 0))
                .body("perplexity", equalTo(1));
    }

    @Test
    void anOutcomeThatHardlyEverHappensLeavesTheOthersTheirDivergence() {
        post("kl-divergence", "{'p': [1e-320, 1], 'q': [0.75, 0.25], 'base': 2}")
                .statusCode(200)
                .body("value", equalTo(2));
        post("js-divergence", "{'p': [1e-320, 1], 'q': [1, 1e-320], 'base': 2}")
                .statusCode(200)
                .body("value", equalTo(1));
    }

    @Test
    void observationsOfBothAreComparedOverAllOutcomes() {
        post("kl-divergence", "{'p': ['a', 'b'], 'q': ['b', 'a', 'c', 'c'], 'base': 2}")
                .statusCode(200)
                .body("value", equalTo(1))
                .body("unit", equalTo("bits"));
    }

    @Test
    void aVariableTellsAllOfItself() {
        post("mutual-information", "{'p': ['x', 'y', 'x', 'z'], 'q': ['x', 'y', 'x', 'z'], 'base': 2}")
                .statusCode(200)
                .body("value", equalTo(1.5f))
                .body("normalized", equalTo(1));
    }

    @Test
    void equalObservationsAreNotOfAContinuousVariable() {
        post("entropy", "{'p': [1, 1, 1, 1, 1], 'continuous': true}")
                .statusCode(200)
                .body("value", equalTo("-Infinity"))
                .body("warnings.code", contains("tied-observations"));
    }
}
