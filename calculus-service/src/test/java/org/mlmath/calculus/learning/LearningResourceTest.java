package org.mlmath.calculus.learning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LearningResourceTest {
    private static final RestAssuredConfig DOUBLES =
            RestAssuredConfig.config().jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE));

    private static ValidatableResponse post(String model, String json) {
        return given().config(DOUBLES)
                .contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/calculus/learning/" + model)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "linear-regression | {'features': [1, 2]} | 400 | invalid-request | /targets",
                "linear-regression | {'features': [1, 'x'], 'targets': [1, 2]} | 400 | invalid-request | /features/1",
                "linear-regression | {'features': [], 'targets': []} | 422 | insufficient-data | /features",
                "linear-regression | {'features': [1, 2], 'targets': [1]} | 422 | dimension-mismatch | /targets",
                "linear-regression | {'features': [1, 2], 'targets': [1, 2], 'regularization': {'l2': -1}} | 400 | invalid-request | /regularization/l2",
                "linear-regression | {'features': [1, 2], 'targets': [1, 2], 'method': 'qr', 'regularization': {'l1': 1}} | 422 | invalid-parameter | /method",
                "linear-regression | {'features': [1, 2], 'targets': [1, 2], 'optimizer': {'name': 'adam'}} | 422 | invalid-parameter | /optimizer",
                "linear-regression | {'features': [1, 2], 'targets': [1, 2], 'method': 'gradient-descent', 'optimizer': {'name': 'adam', 'rho': 1}} | 422 | invalid-parameter | /optimizer/rho",
                "linear-regression | {'features': [1, 2], 'targets': [1, 2], 'method': 'gradient-descent', 'optimizer': {'name': 'adam', 'batchSize': 3}} | 422 | invalid-parameter | /optimizer/batchSize",
                "linear-regression | {'features': [1, 2], 'targets': [1, 2], 'predictAt': [[1, 2]]} | 422 | dimension-mismatch | /predictAt",
                "linear-regression | {'features': [1, 2], 'targets': [1, 2], 'method': 'gradient-descent', 'maxIterations': 9000000000000000} | 422 | limit-exceeded | ''",
                "logistic-regression | {'features': [1, 2], 'targets': [0, 2]} | 422 | invalid-parameter | /targets/1",
                "logistic-regression | {'features': [1, 2], 'targets': [0.5, 1]} | 422 | invalid-parameter | /targets/0",
                "logistic-regression | {'features': [1, 2], 'targets': [[1, 0], [1, 1]]} | 422 | invalid-parameter | /targets/1",
                "logistic-regression | {'features': [1, 2], 'targets': [0, 1], 'method': 'newton', 'regularization': {'l1': 1}} | 422 | invalid-parameter | /method",
                "linear-regression | {'features': [1, 1e300, 2], 'targets': [1, 2, 3], 'method': 'coordinate-descent'} | 422 | domain-error | /features",
                "logistic-regression | {'features': [1, 1e300, 2], 'targets': [0, 1, 0], 'regularization': {'l1': 1}} | 422 | domain-error | /features",
                "k-means | {'data': [1, 2], 'k': 3} | 422 | invalid-parameter | /k",
                "k-means | {'data': [1, 2], 'k': 0} | 400 | invalid-request | /k",
                "k-means | {'data': [], 'k': 1} | 422 | insufficient-data | /data",
                "k-means | {'data': [1, 2], 'k': 1, 'initialization': 'far'} | 400 | invalid-request | /initialization",
                "k-means | {'data': [1, 2], 'k': 1, 'initialization': [[1, 2]]} | 422 | dimension-mismatch | /initialization",
                "k-means | {'data': [[1, 2]], 'k': 1, 'assign': [[1]]} | 422 | dimension-mismatch | /assign"
            })
    void whatIsWrongIsSaidWhereItIs(String model, String request, int status, String problem, String pointer) {
        post(model, request).statusCode(status).body("type", equalTo("/problems/" + problem));
        if (!pointer.isEmpty()) {
            post(model, request).body("errors.pointer", hasItem(pointer));
        }
    }

    @Test
    void aStepOfGradientDescentIsTheOneOnPaper() {
        // J = (b - 1)² + (w + b - 3)² over 2: from 0 the gradient is (-3, -4) by w and b.
        post(
                        "linear-regression",
                        "{'features': [0, 1], 'targets': [1, 3], 'method': 'gradient-descent', 'maxIterations': 1,"
                                + " 'optimizer': {'name': 'gradient-descent', 'learningRate': 0.1}}")
                .statusCode(200)
                .body("coefficients[0]", closeTo(0.3, 1e-15))
                .body("intercept", closeTo(0.4, 1e-15))
                .body("lossHistory", hasSize(2))
                .body("lossHistory[0]", equalTo(5))
                .body("closedForm.qr.coefficients[0]", equalTo(2))
                .body("closedForm.normalEquations.intercept", equalTo(1));
    }

    @Test
    void aRateTooLargeDivergesAndKeepsItsHistory() {
        post(
                        "linear-regression",
                        "{'features': [1, 2, 3], 'targets': [1, 2, 3], 'method': 'gradient-descent', 'maxIterations': 100000,"
                                + " 'optimizer': {'name': 'gradient-descent', 'learningRate': 10}}")
                .statusCode(200)
                .body("converged", equalTo(false))
                .body("reason", equalTo("diverged"))
                .body("warnings.code", hasItem("diverged"));
    }

    @Test
    void dependentColumnsGetTheShortestWeights() {
        post(
                        "linear-regression",
                        "{'features': [[1, 1], [2, 2], [3, 3]], 'targets': [2, 4, 6.5], 'intercept': false, 'predictAt': [2.5, 2.5]}")
                .statusCode(200)
                .body("predictions[0]", closeTo(29.5 / 14 * 2.5, 1e-13))
                .body("warnings.code", hasItem("rank-deficient"));
    }

    @Test
    void separationSaysWhatLetsTheWeightsGrow() {
        for (String[] targetsAndReason : new String[][] {
            {"[0, 0, 0, 1, 1, 1]", "none beyond it"},
            {"[0, 0, 0, 0, 1, 1]", "without error"},
            {"[0, 2, 0, 2, 0, 2]", "No observation is of class 1"},
            {"[1, 1, 1, 1, 1, 1]", "No observation is of class 0"}
        }) {
            for (String method : new String[] {"newton", "gradient-descent"}) {
                post(
                                "logistic-regression",
                                "{'features': [1, 2, 3, 3, 4, 5], 'targets': " + targetsAndReason[0] + ", 'method': '"
                                        + method + "', 'maxIterations': 5}")
                        .statusCode(200)
                        .body("warnings.find { it.code == 'separation' }.detail", containsString(targetsAndReason[1]));
            }
        }
    }

    /** Years as a feature: far from zero, so that slope and intercept are all but the same direction. */
    @Test
    void descentOnFeaturesFarFromZeroIsIllConditionedAndOnNoPlateau() {
        post(
                        "linear-regression",
                        "{'features': [1990, 1995, 2000, 2005, 2010], 'targets': [1, 3, 2, 5, 6], 'method': 'gradient-descent',"
                                + " 'maxIterations': 200}")
                .statusCode(200)
                .body("diagnosis.findings.code", hasItem("ill-conditioned"))
                .body("diagnosis.findings.code", not(hasItem("plateau-or-saddle")));
        post(
                        "logistic-regression",
                        "{'features': [[48100, 29.5], [52300, 31.2], [49900, 30.1], [51000, 28.8], [50500, 30.9], [47200, 30.4]],"
                                + " 'targets': [0, 1, 1, 0, 0, 1], 'method': 'gradient-descent', 'maxIterations': 500}")
                .statusCode(200)
                .body("diagnosis.findings.code", hasItem("ill-conditioned"))
                .body("diagnosis.findings.code", not(hasItem("plateau-or-saddle")));
    }

    @Test
    void separatedClassesAreSaidWhateverTheMethod() {
        for (String method : new String[] {"newton", "gradient-descent"}) {
            post(
                            "logistic-regression",
                            "{'features': [1, 2, 3, 4], 'targets': [0, 0, 1, 1], 'method': '" + method + "'}")
                    .statusCode(200)
                    .body("converged", equalTo(false))
                    .body("separated", equalTo(true))
                    .body("warnings.code", hasItem("separation"));
        }
        post("logistic-regression", "{'features': [1, 2, 3, 4, 5, 6], 'targets': [0, 0, 1, 1, 2, 2]}")
                .statusCode(200)
                .body("separated", equalTo(true));
        post("logistic-regression", "{'features': [1, 2, 3, 4], 'targets': [0, 0, 1, 1], 'regularization': {'l2': 1}}")
                .statusCode(200)
                .body("converged", equalTo(true));
    }

    @Test
    void softmaxHasARowOfWeightsForEachClass() {
        post(
                        "logistic-regression",
                        "{'features': [[1, 0], [2, 1], [0, 2], [1, 1], [2, 0], [0, 1], [1, 2]], 'targets': [0, 1, 2, 1, 0, 2, 0],"
                                + " 'regularization': {'l2': 0.5}, 'predictAt': [1, 1]}")
                .statusCode(200)
                .body("coefficients", hasSize(3))
                .body("intercept", hasSize(3))
                .body("predictions[0]", hasSize(3));
    }

    @Test
    void moreClustersThanDifferentPointsLeaveSomeEmpty() {
        post("k-means", "{'data': [[1, 1], [1, 1], [2, 2], [2, 2]], 'k': 3, 'seed': 1}")
                .statusCode(200)
                .body("inertia", equalTo(0))
                .body("warnings.code", hasItem("empty-clusters"));
    }

    @Test
    void anEmptiedClusterMovesToTheFarthestPoint() {
        post("k-means", "{'data': [0, 1, 10, 11], 'k': 2, 'initialization': [[5], [100]]}")
                .statusCode(200)
                .body("inertia", equalTo(1))
                .body("diagnostics.relocated", equalTo(1));
    }

    @Test
    void largeDataHaveOneStartUnlessMoreAreAskedFor() {
        String data = Arrays.toString(new SplittableRandom(1).doubles(20_000).toArray());
        post("k-means", "{'data': " + data + ", 'k': 500, 'seed': 1, 'maxIterations': 2}")
                .statusCode(200)
                .body("inertias.size()", equalTo(1));
        post("k-means", "{'data': " + data + ", 'k': 500, 'seed': 1, 'maxIterations': 2, 'starts': 2}")
                .body("inertias.size()", equalTo(2));
    }

    @Test
    void theSameSeedGivesTheSameClusters() {
        String request = "{'data': [1, 2, 3, 7, 8, 9, 20], 'k': 3, 'seed': 7, 'initialization': 'random'}";
        String first = post("k-means", request).extract().asString();
        String second = post("k-means", request).extract().asString();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void extremeNumbersAreAnsweredOrRefusedButNeverFail() {
        for (String data : new String[] {
            "'features': [1e308, -1e308, 1e308], 'targets': [1, 0, 1]",
            "'features': [1e-320, 2e-320, 3e-320], 'targets': [1, 0, 0]",
            "'features': [0, 0, 0], 'targets': [0, 0, 0]",
            "'features': [5], 'targets': [1]",
            "'features': [[]], 'targets': [1]"
        }) {
            for (String method : new String[] {"gradient-descent", "normal-equations", "qr", "coordinate-descent"}) {
                post("linear-regression", "{" + data + ", 'method': '" + method + "'}")
                        .statusCode(lessThan(500));
            }
            for (String method : new String[] {"gradient-descent", "newton"}) {
                post("logistic-regression", "{" + data + ", 'method': '" + method + "'}")
                        .statusCode(lessThan(500));
            }
        }
        post("k-means", "{'data': [1e300, -1e300, 1e-300], 'k': 2, 'seed': 3}").statusCode(200);
        post("k-means", "{'data': [4], 'k': 1}").statusCode(200).body("diagnostics.explained", nullValue());
    }
}
