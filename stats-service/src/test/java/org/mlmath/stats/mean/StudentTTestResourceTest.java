package org.mlmath.stats.mean;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class StudentTTestResourceTest {
    private static ValidatableResponse post(String test, String json) {
        return given().contentType("application/json")
                .body(json)
                .post("/v1/stats/tests/" + test)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t-one-sample | {'data': [1]} | 422 | insufficient-data | /data",
                "t-one-sample | {'data': []} | 422 | insufficient-data | /data",
                "t-one-sample | {'data': [2, 2]} | 422 | insufficient-data | /data",
                "t-one-sample | {'data': [1, null, 3]} | 422 | invalid-parameter | /data/1",
                "t-one-sample | {'data': [1, null], 'missing': 'omit'} | 422 | insufficient-data | /data",
                "t-one-sample | {} | 400 | invalid-request | /data",
                "t-one-sample | {'data': 'x'} | 400 | invalid-request | /data",
                "t-one-sample | {'data': [1, 'x']} | 400 | invalid-request | /data/1",
                "t-one-sample | {'data': [1, 2], 'alpha': 0} | 422 | invalid-parameter | /alpha",
                "t-one-sample | {'data': [1, 2], 'alternative': 'larger'} | 400 | invalid-request | /alternative",
                "t-one-sample | {'data': [1, 2], 'nulValue': 3} | 400 | invalid-request | /nulValue",
                "t-one-sample | {'data': {'mean': 1, 'size': 3}} | 400 | invalid-request | /data/standardDeviation",
                "t-one-sample | {'data': {'mean': 1, 'standardDeviation': -1, 'size': 3}} | 400 | invalid-request | /data/standardDeviation",
                "t-one-sample | {'data': {'mean': 1, 'standardDeviation': 1, 'size': 3.5}} | 400 | invalid-request | /data/size",
                "t-one-sample | {'data': {'mean': 1, 'deviation': 1, 'size': 3}} | 400 | invalid-request | /data/deviation",
                "t-two-sample | {'a': [1, 2]} | 400 | invalid-request | /b",
                "t-two-sample | {'a': [1, 2], 'b': [3]} | 422 | insufficient-data | /b",
                "t-two-sample | {'a': [1, 2], 'b': [3, null]} | 422 | invalid-parameter | /b/1",
                "t-two-sample | {'a': [1], 'b': [3], 'equalVariances': true} | 422 | insufficient-data | /a",
                "t-paired | {'a': [1, 2], 'b': [3]} | 422 | dimension-mismatch | /b",
                "t-paired | {'a': [1, 2]} | 400 | invalid-request | /b",
                "t-paired | {'a': [1, 2], 'b': [1, 2], 'data': [1, 2]} | 400 | invalid-request | /data",
                "t-paired | {'a': [1, 2], 'b': [3, null]} | 422 | invalid-parameter | /b/1",
                "t-paired | {'a': [1, 2, 3], 'b': [0, 1, 2]} | 422 | insufficient-data | /a",
                "t-paired | {'a': {'mean': 1, 'standardDeviation': 1, 'size': 3}, 'b': [1, 2, 3]} | 422 | invalid-parameter | /a"
            })
    void whatIsWrongIsSaidWhereItIs(String test, String request, int status, String problem, String pointer) {
        post(test, request.replace('\'', '"'))
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void unknownFieldsAreRefusedWithTheNearestKnownName() {
        post("t-one-sample", "{\"data\": [1, 2], \"nulValue\": 3}").body("suggestion", equalTo("nullValue"));
    }

    @Test
    void aOneSidedTestHasAOneSidedInterval() {
        post("t-one-sample", "{\"data\": [1, 2, 4], \"alternative\": \"less\"}")
                .statusCode(200)
                .body("confidenceInterval.lower", equalTo("-Infinity"))
                .body("effectSize.confidenceInterval.lower", equalTo("-Infinity"));
    }

    @Test
    void theInterpretationNeverSpeaksOfTheProbabilityOfAHypothesis() {
        post("t-two-sample", "{\"a\": [1, 2, 4], \"b\": [8, 9, 12]}")
                .statusCode(200)
                .body("rejectNull", equalTo(true))
                .body("interpretation", containsString("Were it 0"))
                .body("interpretation", not(containsString("probability")));
    }

    @Test
    void theSameRequestMayBeAskedByGet() {
        given().queryParam("request", "{\"data\":[1,2,4]}")
                .get("/v1/stats/tests/t-one-sample")
                .then()
                .statusCode(200)
                .body("degreesOfFreedom", equalTo(2));
    }
}
