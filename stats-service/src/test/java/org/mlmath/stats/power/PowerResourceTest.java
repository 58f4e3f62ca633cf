package org.mlmath.stats.power;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PowerResourceTest {
    private static ValidatableResponse post(String test, String json) {
        return given().contentType("application/json")
                .body(json)
                .post("/v1/stats/power/" + test)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t-one-sample | {'effectSize': 0.5, 'power': 0.8} | 400 | invalid-request | /sampleSize",
                "t-one-sample | {'effectSize': 0.5, 'sampleSize': 9, 'alpha': 0.05, 'power': 0.8} | 400 | invalid-request | /power",
                "t-one-sample | {'effectSize': 0.5, 'alpha': 1, 'power': 0.8} | 422 | invalid-parameter | /alpha",
                "t-two-sample | {'effectSize': 0.5, 'alpha': 0.05, 'power': 0.8, 'ratio': 0} | 422 | invalid-parameter | /ratio",
                "anova | {'effectSize': 0.5, 'alpha': 0.05, 'power': 0.8} | 400 | invalid-request | /groups",
                "anova | {'effectSize': 0.5, 'alpha': 0.05, 'power': 0.8, 'groups': 1} | 422 | invalid-parameter | /groups",
                "chi-square | {'effectSize': 0.5, 'alpha': 0.05, 'power': 0.8, 'degreesOfFreedom': 0} | 422 | invalid-parameter | /degreesOfFreedom",
                "correlation | {'effectSize': 0.5, 'alpha': 0.05, 'power': 0.8, 'tails': 2} | 400 | invalid-request | /tails"
            })
    void whatIsWrongIsSaidWhereItIs(String test, String request, int status, String problem, String pointer) {
        post(test, request.replace('\'', '"'))
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void theWorkingEndsWithTheAnswer() {
        post("t-one-sample", "{\"effectSize\": 0.5, \"alpha\": 0.05, \"power\": 0.8, \"explain\": true}")
                .statusCode(200)
                .body("requiredSampleSize", equalTo(34))
                .body("solvedFor", equalTo("sampleSize"))
                .body("steps", hasSize(4))
                .body("steps[3].kind", equalTo("solve"))
                .body("curve.power", hasSize(41));
    }
}
