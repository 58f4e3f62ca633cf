package org.mlmath.stats.markov;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MarkovChainResourceTest {
    private static ValidatableResponse post(String path, String json) {
        return given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/stats/markov-chains/" + path)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analyze | {} | 400 | invalid-request | /transition",
                "analyze | {'transition': []} | 422 | insufficient-data | /transition",
                "analyze | {'transition': [[0.5, 0.5]]} | 422 | dimension-mismatch | /transition",
                "analyze | {'transition': [[0.5, 0.4], [1, 0]]} | 422 | invalid-parameter | /transition/0",
                "analyze | {'transition': [[1.5, -0.5], [1, 0]]} | 422 | invalid-parameter | /transition/0/0",
                "analyze | {'transition': [[1]], 'states': ['a', 'b']} | 422 | dimension-mismatch | /states",
                "analyze | {'transition': [[1, 0], [0, 1]], 'states': ['a', 'a']} | 422 | invalid-parameter | /states/1",
                "analyze | {'transition': [[1]], 'start': 'a'} | 422 | invalid-parameter | /start",
                "analyze | {'transition': [[1]], 'start': [0.5, 0.5]} | 422 | dimension-mismatch | /start",
                "analyze | {'transition': [[1, 0], [0, 1]], 'start': [0.5, 0.6]} | 422 | invalid-parameter | /start",
                "analyze | {'transition': [[1]], 'start': {}} | 400 | invalid-request | /start",
                "analyze | {'transition': [[1]], 'afterSteps': -1} | 400 | invalid-request | /afterSteps",
                "simulate | {'transition': [[1]], 'afterSteps': 1000000000} | 400 | invalid-request | /afterSteps",
                "simulate | {'transition': [[0.3]]} | 422 | invalid-parameter | /transition/0",
                "fit | {'sequence': ['a']} | 422 | insufficient-data | /sequence",
                "fit | {'sequence': ['a', null]} | 400 | invalid-request | /sequence/1",
                "fit | {'sequence': ['a', 'b'], 'states': ['a']} | 422 | invalid-parameter | /sequence/1",
                "fit | {'sequence': ['a', 'b'], 'states': ['a', 'b', 'a']} | 422 | invalid-parameter | /states/2",
                "fit | {'sequence': ['a', 'b'], 'pseudocount': -1} | 422 | invalid-parameter | /pseudocount",
                "fit | {'sequence': ['a', 'b'], 'level': 1} | 422 | invalid-parameter | /level"
            })
    void whatIsWrongIsSaidWhereItIs(String path, String request, int status, String problem, String pointer) {
        post(path, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aReducibleChainHasAStationaryDistributionPerRecurrentClass() {
        post("analyze", "{'transition': [[1, 0, 0], [0.5, 0, 0.5], [0, 0, 1]], 'states': ['broke', 'playing', 'rich']}")
                .statusCode(200)
                .body("stationary", nullValue())
                .body("stationaryByClass", contains(List.of(1, 0, 0), List.of(0, 0, 1)))
                .body("classes.recurrent", contains(true, false, true))
                .body("periods", contains(1, 0, 1))
                .body("absorption.transientStates", contains("playing"))
                .body("absorption.expectedSteps", contains(1))
                .body("hittingTimes[1][0]", equalTo("Infinity"))
                .body("hittingProbabilities[1][0]", equalTo(0.5f))
                .body("warnings.code", contains("several-stationary"));
    }

    @Test
    void aPeriodicChainNeedNotApproachItsStationaryDistribution() {
        post("analyze", "{'transition': [[0, 1], [1, 0]], 'afterSteps': 9007199254740991}")
                .statusCode(200)
                .body("stationary", contains(0.5f, 0.5f))
                .body("periods", contains(2, 2))
                .body("mixing", nullValue())
                .body("after", contains(0, 1))
                .body("reversible", equalTo(true))
                .body("warnings.code", contains("periodic"));
    }

    @Test
    void aSingleStateStays() {
        post("analyze", "{'transition': [[1]]}")
                .statusCode(200)
                .body("stationary", contains(1))
                .body("regular", equalTo(true))
                .body("hittingTimes", contains(List.of(0)))
                .body("entropyRate", equalTo(0));
    }

    @Test
    void manyStatesAreAnalyzedWithoutTimes() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            rows.append(i == 0 ? "[" : ",[").append("0.005,".repeat(199)).append("0.005]");
        }
        post("analyze", "{'transition': [%s]}".formatted(rows))
                .statusCode(200)
                .body("stationary", hasSize(200))
                .body("hittingTimes", nullValue())
                .body("warnings.code", contains("too-many-states"));
    }

    @Test
    void aPathGoesOnlyWhereTheChainCan() {
        post("simulate", "{'transition': [[0, 1], [1, 0]], 'states': ['tick', 'tock'], 'afterSteps': 3, 'seed': 1}")
                .statusCode(200)
                .body("path", contains("tick", "tock", "tick", "tock"))
                .body("visits", contains(2, 2))
                .body("seed", equalTo(1));
    }

    @Test
    void aSeedGivesTheSamePathAgain() {
        String request = "{'transition': [[0.5, 0.5], [0.2, 0.8]], 'seed': 99}";
        String first = post("simulate", request).extract().asString();
        post("simulate", request).body(equalTo(first));
    }

    @Test
    void anEstimateIsTheShareOfTransitions() {
        post("fit", "{'sequence': [0, 0, 1, 0, 1, 1, 2]}")
                .statusCode(200)
                .body("transition[0]", contains(1 / 3f, 2 / 3f, 0))
                .body("counts[1]", contains(1, 1, 1))
                .body("transition[2]", contains(nullValue(), nullValue(), nullValue()))
                .body("warnings.code", contains("never-left", "undefined-values"));
    }
}
