package org.mlmath.stats.bayes.theorem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BayesTheoremResourceTest {
    private static ValidatableResponse post(String operation, String json) {
        return given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/stats/bayes/" + operation)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "theorem | {'priors': [], 'likelihoods': []} | 422 | invalid-parameter | /priors",
                "theorem | {'priors': [0.5, 0.5]} | 400 | invalid-request | /likelihoods",
                "theorem | {'priors': [0.5, 0.5000001], 'likelihoods': [1, 0]} | 422 | invalid-parameter | /priors",
                "theorem | {'priors': [1.5, -0.5], 'likelihoods': [1, 0]} | 422 | invalid-parameter | /priors/1",
                "theorem | {'priors': {'a': 1.5, 'b': -0.5}, 'likelihoods': [1, 0]} | 422 | invalid-parameter | /priors/b",
                "theorem | {'priors': [0.5, 0.5], 'likelihoods': [1]} | 422 | dimension-mismatch | /likelihoods",
                "theorem | {'priors': [0.5, 0.5], 'likelihoods': [1, -1]} | 422 | invalid-parameter | /likelihoods/1",
                "theorem | {'priors': [0.5, 0.5], 'likelihoods': [[1, 1], [1]]} | 422 | dimension-mismatch | /likelihoods/1",
                "theorem | {'priors': [0.5, 0.5], 'likelihoods': [[1, 1], 3]} | 400 | invalid-request | /likelihoods/1",
                "theorem | {'priors': [0.5, 0.5], 'likelihoods': 'x'} | 400 | invalid-request | /likelihoods",
                "theorem | {'priors': [0.5, 0.5], 'likelihoods': [0, 0]} | 422 | domain-error | /likelihoods",
                "theorem | {'priors': [1, 0], 'likelihoods': [[1, 1], [0, 1]]} | 422 | domain-error | /likelihoods/1",
                "theorem | {'priors': {'a': 1, 'b': 0}, 'likelihoods': {'a': 1, 'c': 0}} | 422 | invalid-parameter | /likelihoods",
                "theorem | {'priors': [1, 0], 'likelihoods': [1, 1], 'names': ['a', 'a']} | 422 | invalid-parameter | /names",
                "theorem | {'priors': [1, 0], 'likelihoods': [1, 1], 'names': ['a']} | 422 | dimension-mismatch | /names",
                "theorem | {'priors': [1, 0], 'likelihoods': [[0.5, 0.4], [1, 0]], 'observed': [0]} | 422 | invalid-parameter | /likelihoods/0",
                "theorem | {'priors': [1, 0], 'likelihoods': [[0.5, 0.5], [1, 0]], 'observed': [2]} | 422 | invalid-parameter | /observed/0",
                "theorem | {'priors': [1, 0], 'likelihoods': [[0.5, 0.5], [1, 0]], 'observed': []} | 422 | invalid-parameter | /observed",
                "theorem | {'priors': [1, 0], 'likelihoods': [1, 1], 'observed': [0]} | 422 | dimension-mismatch | /likelihoods",
                "diagnostic-test | {'prevalence': 0.1, 'sensitivity': 0.9} | 400 | invalid-request | /specificity",
                "diagnostic-test | {'prevalence': 0.1, 'sensitivity': 0.9, 'specificity': 1.01} | 400 | invalid-request | /specificity",
                "diagnostic-test | {'prevalence': -0.1, 'sensitivity': 0.9, 'specificity': 1} | 400 | invalid-request | /prevalence"
            })
    void whatIsWrongIsSaidWhereItIs(String operation, String request, int status, String problem, String pointer) {
        post(operation, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void posteriorsAreNamedAsThePriorsAre() {
        post("theorem", "{'priors': {'spam': 0.25, 'ham': 0.75}, 'likelihoods': {'ham': 0.25, 'spam': 0.75}}")
                .statusCode(200)
                .body("posteriors.spam", equalTo(0.5f))
                .body("mostProbable", equalTo("spam"));
        post("theorem", "{'priors': [0.25, 0.75], 'likelihoods': [0.75, 0.25]}")
                .statusCode(200)
                .body("posteriors[0]", equalTo(0.5f));
    }
}
