package org.mlmath.stats.estimation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EstimationResourceTest {
    private static ValidatableResponse post(String operation, String json) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/stats/estimation/" + operation)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mle | {'data': [1]} | 400 | invalid-request | /distribution",
                "mle | {'distribution': 'exponental', 'data': [1]} | 422 | invalid-parameter | /distribution",
                "mle | {'distribution': 'normal', 'data': []} | 422 | insufficient-data | /data",
                "mle | {'distribution': 'normal', 'data': [1, null]} | 422 | invalid-parameter | /data/1",
                "mle | {'distribution': 'poisson', 'data': [1, 2.5]} | 422 | invalid-parameter | /data/1",
                "mle | {'distribution': 'normal', 'data': [1, 2], 'fixed': {'mu': 1}} | 400 | invalid-request | /fixed/mu",
                "map | {'distribution': 'bernoulli', 'data': [1, 2]} | 422 | invalid-parameter | /data/1",
                "map | {'distribution': 'bernoulli', 'data': [1], 'prior': {'p': {'name': 'beta', 'parameters': {'alpha': 1, 'beta': 1}}}} | 400 | invalid-request | /prior/p",
                "map | {'distribution': 'bernoulli', 'data': [1], 'prior': {'probability': {'name': 'beta', 'parameters': {'alpha': 0, 'beta': 1}}}} | 422 | invalid-parameter | /prior/probability/parameters/alpha",
                "map | {'distribution': 'bernoulli', 'data': [1], 'prior': {'probability': {'name': 'poisson', 'parameters': {'rate': 1}}}} | 422 | invalid-parameter | /prior/probability/name"
            })
    void whatIsWrongIsSaidWhereItIs(String operation, String request, int status, String problem, String pointer) {
        post(operation, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void theMostLikelyRateIsTheReciprocalOfTheMean() {
        post("mle", "{'distribution': 'exponential', 'data': [0.4, 1.3, 0.2, 2.5, 0.6], 'explain': true}")
                .statusCode(200)
                .body("parameters.rate", equalTo(1))
                .body("standardErrors.rate", closeTo(1 / Math.sqrt(5), 1e-15))
                .body("curve[0].values", hasSize(41))
                .body("steps[3].value.rate", equalTo(1));
    }

    @Test
    void aBetaPriorMovesTheProportion() {
        post(
                        "map",
                        "{'distribution': 'bernoulli', 'data': [1, 0, 1, 1, 1], 'prior': {'probability': {'name': 'beta',"
                                + " 'parameters': {'alpha': 3, 'beta': 3}}}}")
                .statusCode(200)
                .body("parameters.probability", closeTo(6.0 / 9, 1e-9));
    }
}
