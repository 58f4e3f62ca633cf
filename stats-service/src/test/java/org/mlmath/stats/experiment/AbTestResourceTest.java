package org.mlmath.stats.experiment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AbTestResourceTest {
    private static final String ARMS =
            "'a': {'successes': 480, 'trials': 5000}, 'b': {'successes': 560, 'trials': 5010}";

    private static ValidatableResponse post(String path, String json) {
        return given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/stats/" + path)
                .then();
    }

    private static JsonPath answer(String path, String json) {
        return post(path, json).statusCode(200).extract().jsonPath();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a': [1, 0]} | 400 | invalid-request | /b",
                "{'a': {'successes': 3, 'trials': 5}, 'b': {'mean': 1, 'standardDeviation': 1, 'size': 9}} | 400 | invalid-request | /a",
                "{'a': [1, 0, 1], 'b': [0, 1], 'power': 1} | 422 | invalid-parameter | /power",
                "{'a': [1, 0, 1], 'b': [0, 1], 'expectedShare': 0} | 422 | invalid-parameter | /expectedShare",
                "{'a': [1, 0, 1], 'b': [0, 1], 'minimumEffect': 0.9} | 422 | invalid-parameter | /minimumEffect",
                "{'a': [5, 5, 5], 'b': [7, 7]} | 422 | insufficient-data | /a",
                "{'a': [1, 0, 1], 'b': [0, 1], 'alpha': 0} | 422 | invalid-parameter | /alpha"
            })
    void whatIsWrongIsSaidWhereItIs(String request, int status, String problem, String pointer) {
        post("ab-test", request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a': {'successes': 1000000, 'trials': 1000000000}, 'b': {'successes': 1002000, 'trials': 1000000000}}",
                "{'a': {'successes': 0, 'trials': 50}, 'b': {'successes': 1, 'trials': 60}}",
                "{'a': {'successes': 5, 'trials': 50}, 'b': {'successes': 5, 'trials': 50}}",
                "{'a': [1, 2, 3], 'b': [1, 2, 3]}",
                "{'a': [-1, 0, 1], 'b': [1, 2, 3.5]}",
                "{'a': [1e300, 2e300], 'b': [1e-300, 5e300]}"
            })
    void extremesAreAnsweredOrRefusedButNeverFail(String request) {
        post("ab-test", request).statusCode(lessThan(500));
    }

    @Test
    void theReadingsAreThoseOfTheOperationsThatEachHas() {
        JsonPath all = answer("ab-test", "{" + ARMS + "}");
        JsonPath bayesian = answer("bayes/ab-test", "{" + ARMS + "}");
        JsonPath test = answer(
                "tests/proportion-two-sample",
                "{'a': {'successes': 560, 'trials': 5010}, 'b': {'successes': 480, 'trials': 5000}}");
        assertThat(all.getDouble("bayesian.probabilityBBeatsA")).isEqualTo(bayesian.getDouble("probabilityBBeatsA"));
        assertThat(all.getDouble("frequentist.pValue")).isEqualTo(test.getDouble("pValue"));
        // R 4.2: prop.test(c(560, 480), c(5010, 5000), correct = FALSE)$p.value
        assertThat(all.getDouble("frequentist.pValue")).isCloseTo(0.009695, within(1e-6));
        assertThat(all.getDouble("lift.absolute")).isCloseTo(560.0 / 5010 - 0.096, within(1e-8));
    }

    @Test
    void peekingIsWarnedOfUntilThePlannedSizeIsReached() {
        post("ab-test", "{" + ARMS + "}").body("warnings.code", hasItem("peeking"));
        post("ab-test", "{" + ARMS + ", 'plannedSize': 9000}").body("warnings.code", hasItem("peeking"));
        post("ab-test", "{" + ARMS + ", 'plannedSize': 5000}").body("warnings.code", not(hasItem("peeking")));
    }

    @Test
    void anUnplannedSplitRaisesTheAlarm() {
        post("ab-test", "{'a': {'successes': 500, 'trials': 5400}, 'b': {'successes': 470, 'trials': 4600}}")
                .statusCode(200)
                .body("sampleRatio.mismatch", equalTo(true))
                .body("warnings.code", hasItem("sample-ratio-mismatch"));
    }
}
