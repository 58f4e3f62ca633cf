package org.mlmath.stats.bayes.comparison;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import org.assertj.core.data.Percentage;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BayesAbTestResourceTest {
    private static ValidatableResponse post(String json) {
        return given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/stats/bayes/ab-test")
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a': {'successes': 1, 'trials': 3}} | 400 | invalid-request | /b",
                "{'a': {'successes': 4, 'trials': 3}, 'b': {'successes': 1, 'trials': 3}} | 400 | invalid-request | /a/successes",
                "{'a': {'successes': -1, 'trials': 3}, 'b': {'successes': 1, 'trials': 3}} | 400 | invalid-request | /a/successes",
                "{'a': {'successes': 1, 'trials': 3, 'mean': 2}, 'b': {'successes': 1, 'trials': 3}} | 400 | invalid-request | /a",
                "{'a': 3, 'b': {'successes': 1, 'trials': 3}} | 400 | invalid-request | /a",
                "{'a': [1, 2, 4], 'b': {'successes': 1, 'trials': 3}} | 400 | invalid-request | /b",
                "{'a': [1, 2, 4], 'b': [2, 'x']} | 400 | invalid-request | /b/1",
                "{'a': [1, 2, 4], 'b': [2]} | 422 | insufficient-data | /b",
                "{'a': [1, 2, 4], 'b': [2, 2]} | 422 | insufficient-data | /b",
                "{'a': [0, 1], 'b': [1, null]} | 422 | invalid-parameter | /b/1",
                "{'a': [0, 1], 'b': [1, 0], 'prior': {'alpha': 0}} | 422 | invalid-parameter | /prior/alpha",
                "{'a': [0, 1], 'b': [1, 0], 'prior': {'alpha': 1, 'mean': 2}} | 422 | invalid-parameter | /prior",
                "{'a': [0, 1], 'b': [1, 3], 'prior': {'alpha': 1}} | 422 | invalid-parameter | /prior",
                "{'a': [0, 1], 'b': [1, 3], 'prior': {'mean': 1}} | 422 | invalid-parameter | /prior",
                "{'a': [0, 1], 'b': [1, 0], 'level': 1} | 422 | invalid-parameter | /level",
                "{'a': [0, 1], 'b': [1, 0], 'rope': {'lower': 1, 'upper': 0}} | 400 | invalid-request | /rope",
                "{'a': [0, 1], 'b': [1, 0], 'rope': 'x'} | 400 | invalid-request | /rope",
                "{'a': [0, 1], 'b': [1, 0], 'model': 'poisson'} | 400 | invalid-request | /model",
                "{'a': [1e300, -1e300], 'b': [1, 0]} | 422 | domain-error | /a"
            })
    void whatIsWrongIsSaidWhereItIs(String request, int status, String problem, String pointer) {
        post(request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void tenMillionTrialsAreComparedAsExactlyAsTen() {
        // 60 digits: mpmath's finite sum, beta-comparisons.json of the numerics.
        double probability =
                post("{'a': {'successes': 100000, 'trials': 10000000}, 'b': {'successes': 101000, 'trials': 10000000}}")
                        .statusCode(200)
                        .extract()
                        .jsonPath(new JsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE))
                        .getDouble("probabilityABeatsB");
        assertThat(probability).isCloseTo(0.01248746482900707766, Percentage.withPercentage(1e-8));
        post("{'a': {'successes': 1000, 'trials': 10000000}, 'b': {'successes': 5000000, 'trials': 10000000}}")
                .statusCode(200)
                .body("probabilityBBeatsA", equalTo(1))
                .body("warnings.code", hasItem("underflow"));
    }

    @Test
    void withoutTrialsThePriorRemains() {
        post("{'a': {'successes': 0, 'trials': 0}, 'b': {'successes': 0, 'trials': 0}}")
                .statusCode(200)
                .body("expectedLossA", closeToNumber(1.0 / 6))
                .body("uplift.relative.mean", nullValue());
    }

    @Test
    void aRopeDecidesByTheWholeInterval() {
        String arms = "{'a': {'successes': 120, 'trials': 1000}, 'b': {'successes': 240, 'trials': 1000}, 'rope': %s}";
        post(arms.formatted("0.01"))
                .body("rope.decision", equalTo("choose-b"))
                .body("interpretation", containsString("choose B"));
        post(arms.formatted("{'lower': 0.3, 'upper': 0.4}")).body("rope.decision", equalTo("choose-a"));
        post(arms.formatted("[0, 0.5]")).body("rope.decision", equalTo("equivalent"));
        post(arms.formatted("0.12")).body("rope.decision", equalTo("undecided"));
    }

    @Test
    void oneObservationSufficesWithAPrior() {
        post("{'a': [3], 'b': [4], 'prior': {'mean': 3, 'kappa': 1, 'shape': 2, 'scale': 2}}")
                .statusCode(200)
                .body("posteriorA.degreesOfFreedom", equalTo(5))
                .body("posteriorB.location", closeToNumber(3.5));
    }

    private static Matcher<Object> closeToNumber(double expected) {
        return new CustomTypeSafeMatcher<>("about " + expected) {
            @Override
            protected boolean matchesSafely(Object actual) {
                return closeTo(expected, 1e-6 * Math.abs(expected)).matches(((Number) actual).doubleValue());
            }
        };
    }
}
