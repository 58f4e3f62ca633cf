package org.mlmath.calculus.optimization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LearningRateSweepResourceTest {
    private static ValidatableResponse sweep(String expression, String method, String start, int steps, String more) {
        return given().contentType("application/json")
                .body("{\"objective\": {\"expression\": \"" + expression + "\"}, \"method\": " + method
                        + ", \"start\": " + start + ", \"maxIterations\": " + steps + more + "}")
                .post("/v1/calculus/optimization/learning-rate-sweep")
                .then();
    }

    /** λmax = 8: 2/λ, 2(1 + μ)/λ, and with the penalty's curvature 2/(λ + 2). */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"name\": \"gradient-descent\"}; 0.25",
                "{\"name\": \"momentum\", \"momentum\": 0.5}; 0.375",
                "{\"name\": \"gradient-descent\", \"weightDecay\": 2}; 0.2",
            })
    void onAQuadraticTheBoundIsTheTheorys(String method, double bound) {
        sweep("4x^2 + y^2 + 3", method, "[1, 1]", 100, "")
                .statusCode(200)
                .body("stableBelow.toDouble()", closeTo(bound, 1e-12))
                .body("stableBelowBy", equalTo("theory"));
    }

    @Test
    void stableRunsAreThoseBelowTheBound() {
        JsonPath answer = sweep("4x^2 + y^2", "{\"name\": \"gradient-descent\"}", "[1, 1]", 100, "")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(answer.getList("runs")).hasSize(11);
        for (int i = 0; i < 11; i++) {
            double rate = answer.getDouble("runs[" + i + "].learningRate");
            assertThat(rate).isCloseTo(Math.pow(10, (i - 8) / 2.0), within(1e-6 * rate));
            assertThat(answer.getBoolean("runs[" + i + "].stable")).isEqualTo(rate < 0.25);
        }
        assertThat(answer.getDouble("best")).isEqualTo(0.1);
        assertThat(answer.getDouble("method.learningRate")).isEqualTo(0.1);
    }

    /** Near the minimum of cosh x − 1 the bound is that of x²/2; Newton's undamped step is stable below 2 anyway. */
    @Test
    void elsewhereTheBoundIsFoundByBisection() {
        sweep("cosh(x)", "{\"name\": \"gradient-descent\"}", "[0.001]", 400, ", \"rates\": [1, 3]")
                .statusCode(200)
                .body("stableBelowBy", equalTo("bisection"))
                .body("stableBelow.toDouble()", closeTo(2, 0.01));
        sweep("cosh(x)", "{\"name\": \"gradient-descent\"}", "[0.001]", 400, ", \"rates\": [30, 300]")
                .statusCode(200)
                .body("stableBelow.toDouble()", closeTo(2, 0.01));
    }

    @Test
    void whereEveryRateIsStableThereIsNoBound() {
        sweep("x^4 + x^2", "{\"name\": \"adam\"}", "[1]", 200, ", \"rates\": [0.001, 0.01]")
                .statusCode(200)
                .body("stableBelow", nullValue())
                .body("best.toDouble()", closeTo(0.01, 0));
    }

    @Test
    void theMethodsOwnRateIsNotUsedAndThatIsSaid() {
        sweep("x^2", "{\"name\": \"adam\", \"learningRate\": 7}", "[1]", 10, ", \"rates\": [0.1]")
                .statusCode(200)
                .body("runs[0].learningRate.toDouble()", closeTo(0.1, 0))
                .body("warnings.code", hasItem("learning-rate-unused"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"name\": \"adam\"}; []; /rates",
                "{\"name\": \"adam\"}; [0.1, 0]; /rates/1",
                "{\"name\": \"adam\", \"beta1\": 1}; [0.1]; /method/beta1",
            })
    void whatIsWrongIsNamed(String method, String rates, String pointer) {
        sweep("x^2", method, "[1]", 10, ", \"rates\": " + rates)
                .statusCode(422)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void aMethodWithoutARateRunsAllTheSame() {
        sweep("x^2", "{\"name\": \"nelder-mead\"}", "[1]", 10, ", \"rates\": [0.1, 1]")
                .statusCode(200)
                .body("stableBelow", nullValue())
                .body("warnings.code", hasItem("no-learning-rate"));
    }

    @Test
    void monstrousRatesEndTheirRunsAlone() {
        sweep("x^2", "{\"name\": \"gradient-descent\"}", "[1]", 50, ", \"rates\": [1e300, 0.5]")
                .statusCode(200)
                .body("runs[0].reason", equalTo("diverged"))
                .body("runs[1].final.value.toDouble()", closeTo(0, 0))
                .body("best.toDouble()", closeTo(0.5, 0));
    }
}
