package org.mlmath.stats.hypothesis;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RefusedTestsTest {
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
                "z-one-sample | {'data': [1, 2]} | 400 | invalid-request | /standardDeviation",
                "z-one-sample | {'data': [], 'standardDeviation': 1} | 422 | insufficient-data | /data",
                "z-two-sample | {'a': [1], 'b': [1, 2]} | 422 | insufficient-data | /a",
                "z-two-sample | {'a': [1, 2], 'b': [1, 2], 'standardDeviationB': -1} | 422 | invalid-parameter | /standardDeviationB",
                "proportion-one-sample | {'data': [1, 0, 2]} | 422 | invalid-parameter | /data/2",
                "proportion-one-sample | {'data': {'successes': 5, 'trials': 3}} | 400 | invalid-request | /data/successes",
                "proportion-one-sample | {'data': {'successes': 0, 'trials': 0}} | 422 | insufficient-data | /data",
                "proportion-one-sample | {'data': {'trials': 3}} | 400 | invalid-request | /data/successes",
                "proportion-one-sample | {'data': {'successes': 1, 'trials': 9007199254740993}} | 422 | invalid-parameter | /data/trials",
                "proportion-one-sample | {'data': 'many'} | 400 | invalid-request | /data",
                "proportion-two-sample | {'a': [1, 0]} | 400 | invalid-request | /b",
                "proportion-two-sample | {'a': [1, 0], 'b': [1, 0], 'nullValue': 1} | 422 | invalid-parameter | /nullValue",
                "binomial | {'data': [1, 0], 'nullValue': 1.5} | 422 | invalid-parameter | /nullValue",
                "chi-square-goodness-of-fit | {'observed': [1]} | 422 | insufficient-data | /observed",
                "chi-square-goodness-of-fit | {'observed': [0, 0]} | 422 | insufficient-data | /observed",
                "chi-square-goodness-of-fit | {'observed': [1, -1]} | 422 | invalid-parameter | /observed/1",
                "chi-square-goodness-of-fit | {'observed': [1, 2], 'expected': [1]} | 422 | dimension-mismatch | /expected",
                "chi-square-goodness-of-fit | {'observed': [1, 2], 'expected': [0, 1]} | 422 | invalid-parameter | /expected/0",
                "chi-square-goodness-of-fit | {'observed': [1, 2], 'estimatedParameters': 1} | 422 | invalid-parameter | /estimatedParameters",
                "chi-square-independence | {'table': [[1, 2]]} | 422 | invalid-parameter | /table",
                "chi-square-independence | {'table': [[0, 0], [0, 0]]} | 422 | insufficient-data | /table",
                "chi-square-independence | {'table': [[1, 2], [3]]} | 400 | invalid-request | /table/1",
                "fisher-exact | {'table': [[1, 2.5], [3, 4]]} | 422 | invalid-parameter | /table/0/1",
                "fisher-exact | {'table': [[1, 2], [3, 4]], 'nullValue': 0} | 422 | invalid-parameter | /nullValue",
                "fisher-exact | {'table': [[1, 2, 3], [3, 4, 5]], 'alternative': 'less'} | 422 | invalid-parameter | /alternative",
                "mcnemar | {'table': [[1, 2, 3], [3, 4, 5]]} | 422 | invalid-parameter | /table",
                "mcnemar | {'table': [[1, 2], [3, 4]], 'alpha': 2} | 422 | invalid-parameter | /alpha",
                "variance-one-sample | {'data': [1]} | 422 | insufficient-data | /data",
                "variance-one-sample | {'data': [1, 2], 'nullValue': 0} | 422 | invalid-parameter | /nullValue",
                "variance-ratio | {'a': [1, 2], 'b': [3, 3]} | 422 | insufficient-data | /b",
                "anova-one-way | {'groups': [[1, 2]]} | 422 | insufficient-data | /groups",
                "anova-one-way | {'groups': [[1], [2]]} | 422 | insufficient-data | /groups",
                "anova-one-way | {'groups': [[1, 2], []]} | 422 | insufficient-data | /groups/1",
                "anova-one-way | {'groups': [[1, 2], null]} | 422 | invalid-parameter | /groups/1",
                "anova-one-way | {'groups': [[1, 2], [3, null]]} | 422 | invalid-parameter | /groups/1/1",
                "anova-one-way | {'groups': [[1, 2], 'x']} | 400 | invalid-request | /groups/1",
                "welch-anova | {'groups': [[1, 2], [3, 3]]} | 422 | insufficient-data | /groups/1",
                "bartlett | {'groups': [[1, 2], [3]]} | 422 | insufficient-data | /groups/1",
                "anova-two-way | {'data': [1, 2, 3], 'factorA': ['a', 'b'], 'factorB': [1, 2, 1]} | 422 | dimension-mismatch | /factorA",
                "anova-two-way | {'data': [1, 2, 3, null], 'factorA': [1, 1, 2, 2], 'factorB': [1, 2, 1, 2]} | 422 | invalid-parameter | /data/3",
                "anova-two-way | {'data': [1, 2, 3, 5], 'factorA': [1, 1, 2, 2], 'factorB': [1, 2, 1, 2], 'interaction': true} | 422 | insufficient-data | /data",
                "anova-two-way | {'data': [1, 2, 3, 5, 6], 'factorA': [1, 1, 2, 2, 2], 'factorB': [1, 1, 1, 2, 2], 'sumsOfSquares': 'type-3'} | 422 | invalid-parameter | /sumsOfSquares",
                "anova-two-way | {'data': [1, 2], 'factorA': [[1], 2], 'factorB': [1, 2]} | 400 | invalid-request | /factorA/0",
                "likelihood-ratio | {} | 400 | invalid-request | /logLikelihood",
                "likelihood-ratio | {'logLikelihood': -1, 'nullLogLikelihood': -2} | 400 | invalid-request | /degreesOfFreedom",
                "likelihood-ratio | {'logLikelihood': -1, 'table': [[1, 2], [3, 4]]} | 400 | invalid-request | /table",
            })
    void whatIsWrongIsSaidWhereItIs(String test, String request, int status, String problem, String pointer) {
        post(test, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "proportion-one-sample | {'data': {'successes': 500100000, 'trials': 1000000000}}",
                "proportion-two-sample | {'a': {'successes': 1000000000, 'trials': 3000000000}, 'b': {'successes': 1000100000, 'trials': 3000000000}}",
                "binomial | {'data': {'successes': 500050000, 'trials': 1000000000}}",
                "chi-square-independence | {'table': [[1000000000, 1000100000], [1000000000, 1000000000]]}",
                "fisher-exact | {'table': [[1000000000, 1000100000], [1000000000, 1000000000]]}",
                "mcnemar | {'table': [[0, 1000000000], [1000100000, 0]]}",
                "mcnemar | {'table': [[0, 1000000000], [1000100000, 0]], 'method': 'exact'}",
                "chi-square-goodness-of-fit | {'observed': [1000000000, 1000100000]}",
            })
    void aBillionObservationsAreNoObstacle(String test, String request) {
        post(test, request)
                .statusCode(200)
                .body("pValue", lessThan(0.3f))
                .body("interpretation", not(containsString("undefined")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "binomial | {'data': {'successes': 0, 'trials': 1}}",
                "binomial | {'data': {'successes': 3, 'trials': 3}, 'nullValue': 1}",
                "binomial | {'data': {'successes': 3, 'trials': 3}, 'nullValue': 0}",
                "proportion-one-sample | {'data': [0]}",
                "proportion-two-sample | {'a': [0, 0], 'b': [1, 1]}",
                "fisher-exact | {'table': [[0, 3], [0, 2]], 'method': 'exact'}",
                "fisher-exact | {'table': [[0, 3], [2, 0]]}",
                "fisher-exact | {'table': [[0, 3, 0], [2, 0, 0], [0, 0, 4]]}",
                "fisher-exact | {'table': [[900, 800, 700], [1000, 900, 200], [100, 200, 300]]}",
                "chi-square-independence | {'table': [[0, 3, 0], [2, 0, 0]]}",
                "chi-square-independence | {'table': [[1e-300, 3], [2, 1e300]]}",
                "mcnemar | {'table': [[0, 3], [0, 0]]}",
                "mcnemar | {'table': [[0, 3], [0, 0]], 'method': 'asymptotic'}",
                "mcnemar | {'table': [[0, 3, 0], [0, 0, 0], [1, 0, 0]]}",
                "z-one-sample | {'data': [1], 'standardDeviation': 1e-300}",
                "z-one-sample | {'data': [1e300, 1e300], 'standardDeviation': 1e300}",
                "z-two-sample | {'a': [1, 1], 'b': [1, 2]}",
                "anova-one-way | {'groups': [[1e300, -1e300], [1e300, 1e300]]}",
                "anova-one-way | {'groups': [[1e-300, 2e-300], [3e-300, 5e-300]]}",
                "anova-one-way | {'groups': [[1, 2], [3]]}",
                "anova-one-way | {'groups': [{'mean': 1e308, 'standardDeviation': 1e-300, 'size': 5}, {'mean': -1e308, 'standardDeviation': 1e-300, 'size': 5}]}",
                "welch-anova | {'groups': [[1, 1.0000000000000002], [3, 1e300]]}",
                "tukey-hsd | {'groups': [[1e300, -1e300], [1e300, 1e300], [0]]}",
                "tukey-hsd | {'groups': [[0, 1e-9], [1e9, 1e9], [0]]}",
                "bartlett | {'groups': [[0, 1e-200], [1e200, -1e200]]}",
                "levene | {'groups': [[0, 1], [1, 0]]}",
                "levene | {'groups': [[0, 1, 1], [1, 0, 7]], 'center': 'trimmed-mean'}",
                "anova-two-way | {'data': [1, 2, 3, 5], 'factorA': [1, 1, 2, 2], 'factorB': [1, 2, 1, 2]}",
                "anova-two-way | {'data': [1e300, -1e300, 3, 5, 5], 'factorA': [1, 1, 2, 2, 2], 'factorB': [1, 2, 1, 2, 1]}",
                "anova-two-way | {'data': [], 'factorA': [], 'factorB': []}",
                "anova-two-way | {'data': [1, 2, 3, 4], 'factorA': [1, 1, 2, 2], 'factorB': ['x', 'x', 'y', 'y']}",
                "likelihood-ratio | {'logLikelihood': 1e308, 'nullLogLikelihood': -1e308, 'degreesOfFreedom': 1}",
                "likelihood-ratio | {'table': [[0, 5], [1000000000, 0]]}",
                "variance-one-sample | {'data': [1e300, -1e300]}",
                "variance-ratio | {'a': [1e300, -1e300], 'b': [1e-300, 0]}"
            })
    void zerosAndExtremesAreAnsweredOrRefusedButNeverFail(String test, String request) {
        post(test, request).statusCode(lessThan(500));
    }

    @Test
    void theInterpretationNeverSpeaksOfTheProbabilityOfAHypothesis() {
        post("fisher-exact", "{'table': [[30, 1], [1, 30]]}")
                .statusCode(200)
                .body("rejectNull", equalTo(true))
                .body("interpretation", not(containsString("probability that")));
    }

    @Test
    void emptyCellsHaveInfiniteOddsWithAnUpperEndAtInfinity() {
        post("fisher-exact", "{'table': [[3, 0], [0, 2]]}")
                .statusCode(200)
                .body("estimate", equalTo("Infinity"))
                .body("conditionalEstimate", equalTo("Infinity"))
                .body("confidenceInterval.upper", equalTo("Infinity"));
    }
}
