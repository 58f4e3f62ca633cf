package org.mlmath.stats.regression;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RegressionResourceTest {
    private static ValidatableResponse post(String model, String json) {
        return given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post(model.equals("bayes") ? "/v1/stats/bayes/linear-regression" : "/v1/stats/regression/" + model)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ols | {'features': [1, 2]} | 400 | invalid-request | /target",
                "ols | {'features': [1, 'x'], 'target': [1, 2]} | 400 | invalid-request | /features/1",
                "ols | {'features': {'a': [1, 'x']}, 'target': [1, 2]} | 400 | invalid-request | /features/a/1",
                "ols | {'features': [], 'target': []} | 422 | insufficient-data | /features",
                "ols | {'features': [1, 2], 'target': [1]} | 422 | dimension-mismatch | /target",
                "ols | {'features': [1, 2], 'target': 'y'} | 422 | invalid-parameter | /target",
                "ols | {'features': {'a': [1, 2]}, 'target': 'b'} | 422 | invalid-parameter | /target",
                "ols | {'features': [1, 2], 'target': {}} | 400 | invalid-request | /target",
                "ols | {'features': [1, null], 'target': [1, 2]} | 422 | invalid-parameter | /features/1",
                "ols | {'features': [1, 2], 'target': [null, 2]} | 422 | invalid-parameter | /target/0",
                "ols | {'features': [1, 2], 'target': [1, 2], 'weights': [1, -1]} | 422 | invalid-parameter | /weights/1",
                "ols | {'features': [1, 2], 'target': [1, 2], 'weights': [0, 0]} | 422 | insufficient-data | /features",
                "ols | {'features': [1, 2], 'target': [1, 2], 'level': 1} | 422 | invalid-parameter | /level",
                "ols | {'features': [1, 2], 'target': [1, 2], 'predictAt': [[1, 2]]} | 422 | dimension-mismatch | /predictAt",
                "polynomial | {'features': [1, 2, 3], 'target': [1, 2, 4], 'degree': 1, 'predictAt': {}} | 422 | dimension-mismatch | /predictAt",
                "ols | {'features': {'a': [1, 2]}, 'target': [1, 2], 'predictAt': {'b': [1]}} | 422 | invalid-parameter | /predictAt",
                "ols | {'features': [1, 2], 'target': [1, 2], 'standardErrors': 'hc9'} | 400 | invalid-request | /standardErrors",
                "polynomial | {'features': [1, 2], 'target': [1, 2], 'degree': 0} | 400 | invalid-request | /degree",
                "logistic | {'features': [1, 2], 'target': [0, 'yes']} | 400 | invalid-request | /target/1",
                "logistic | {'features': [1, 2], 'target': [0, 2]} | 422 | invalid-parameter | /target",
                "logistic | {'features': [1, 2], 'target': [0, 1], 'level': 0} | 422 | invalid-parameter | /level",
                "logistic | {'features': [], 'target': []} | 422 | insufficient-data | /features",
                "ridge | {'features': [1, 2], 'target': [0, 2], 'alpha': -1} | 400 | invalid-request | /alpha",
                "ridge | {'features': [1, 2], 'target': [0]} | 422 | dimension-mismatch | /target",
                "polynomial | {'features': [[1, 2]], 'target': [1]} | 422 | dimension-mismatch | /features"
            })
    void whatIsWrongIsSaidWhereItIs(String model, String request, int status, String problem, String pointer) {
        post(model, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aliasedColumnsHaveNoEstimateAndAreNamed() {
        post("ols", "{'features': [[1, 2], [2, 4], [3, 6], [4, 8]], 'target': [1, 2, 2, 4]}")
                .statusCode(200)
                .body("coefficients[0].name", equalTo("intercept"))
                .body("coefficients[2].estimate", nullValue())
                .body("warnings.code", hasItem("aliased"));
    }

    @Test
    void aCsvFileMayHoldFeaturesAndTarget() {
        given().contentType("text/csv")
                .queryParam("target", "rent")
                .body("area,rent\n50,600\n60,700\n70,810\n")
                .post("/v1/stats/regression/ols")
                .then()
                .statusCode(200)
                .body("coefficients.name", equalTo(List.of("intercept", "area")))
                .body("degreesOfFreedom", equalTo(1));
    }

    @Test
    void extremeNumbersAreAnsweredOrRefusedButNeverFail() {
        for (String request : new String[] {
            "{'features': [1e308, -1e308, 1e308], 'target': [1e308, 1e-308, -1e308]}",
            "{'features': [1e-320, 2e-320, 3e-320], 'target': [1, 2, 4]}",
            "{'features': [0, 0, 0], 'target': [0, 0, 0]}",
            "{'features': [1, 2, 3], 'target': [1, 2, 4], 'weights': [1e-300, 1e300, 1]}"
        }) {
            // Sums of squares of 1e308 are no doubles, nor is a slope of 1e320.
            boolean overflows = request.contains("1e308") || request.contains("1e-320");
            post("ols", request).statusCode(overflows ? 422 : 200);
            post("ridge", request).statusCode(lessThan(500));
            post("logistic", request).statusCode(lessThan(500));
            post("polynomial", request.replace("}", ", 'degree': 9}")).statusCode(lessThan(500));
        }
    }

    @Test
    void separatedDataSayThatThereIsNoMaximum() {
        post("logistic", "{'features': [1, 2, 3, 4], 'target': [0, 0, 1, 1], 'inference': 'likelihood-ratio'}")
                .statusCode(200)
                .body("converged", equalTo(false))
                .body("warnings.code", hasItem("separation"));
    }

    @Test
    void oneObservationIsAnsweredByEveryModel() {
        for (String model : new String[] {"ols", "polynomial", "logistic", "ridge"}) {
            post(model, "{'features': [2], 'target': [1], 'predictAt': [3]}").statusCode(200);
        }
    }

    @Test
    void aRidgeOfCollinearColumnsHasAllItsEstimates() {
        post("ridge", "{'features': [[1, 2], [2, 4], [3, 6]], 'target': [1, 2, 4]}")
                .statusCode(200)
                .body("coefficients.estimate", not(hasItem(nullValue())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'features': [1, 2]} | 400 | /targets",
                "{'features': [1, 2], 'targets': [1, 2]} | 422 | /features",
                "{'features': [1, 2, 3], 'targets': [1, 2, 3]} | 422 | /targets",
                "{'features': [1, 2, 3], 'targets': [1, 2]} | 422 | /targets",
                "{'features': [1, 1, 1], 'targets': [1, 2, 4]} | 422 | /features",
                "{'features': [1, 2, 3], 'targets': [1, null, 3]} | 422 | /targets/1",
                "{'features': [1, 2, 3], 'targets': [1, 2, 4], 'prior': {'precision': -1}} | 422 | /prior/precision",
                "{'features': [1, 2, 3], 'targets': [1, 2, 4], 'prior': {'precision': [[1, 2], [0, 1]]}} | 422 | /prior/precision",
                "{'features': [1, 2, 3], 'targets': [1, 2, 4], 'prior': {'precision': [[1, 2], [2, 1]]}} | 422 | /prior/precision",
                "{'features': [1, 2, 3], 'targets': [1, 2, 4], 'prior': {'precision': [1, 2, 3]}} | 422 | /prior/precision",
                "{'features': [1, 2, 3], 'targets': [1, 2, 4], 'prior': {'covariance': 0}} | 422 | /prior/covariance",
                "{'features': [1, 2, 3], 'targets': [1, 2, 4], 'prior': {'covariance': 1, 'precision': 2}} | 422 | /prior/covariance",
                "{'features': [1, 2, 3], 'targets': [1, 2, 4], 'prior': {'precision': 'x'}} | 400 | /prior/precision",
                "{'features': [1, 2, 3], 'targets': [1, 2, 4], 'prior': {'mean': [1, 2, 3]}} | 422 | /prior/mean",
                "{'features': [1, 2, 3], 'targets': [1, 2, 4], 'prior': {'shape': -1}} | 422 | /prior/shape",
                "{'features': [1, 2, 3], 'targets': [1, 2, 4], 'standardDeviation': 0} | 422 | /standardDeviation",
                "{'features': [1, 2, 3], 'targets': [1, 2, 4], 'standardDeviation': 1, 'prior': {'shape': 1}} | 422 | /prior/shape"
            })
    void priorsThatMakeNoSenseAreRefusedWhereTheyStand(String request, int status, String pointer) {
        post("bayes", request).statusCode(status).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aProperPriorAnswersWhatTheDataAloneCannot() {
        post(
                        "bayes",
                        "{'features': [[1, 2]], 'targets': [3], 'prior': {'precision': [0, 1, 1], 'shape': 1, 'rate': 1}, 'predictAt': [1, 2]}")
                .statusCode(200)
                .body("coefficients", hasSize(3))
                .body("logEvidence", nullValue());
    }

    @Test
    void aPosteriorIsThePriorOfWhatComesNext() {
        String first = "{'features': [1, 2, 3], 'targets': [1, 2, 4]";
        Map<String, Object> posterior =
                post("bayes", first + "}").statusCode(200).extract().path("posterior");
        Map<String, Object> next = Map.of("features", List.of(4, 5), "targets", List.of(4, 6), "prior", posterior);
        given().contentType("application/json")
                .body(next)
                .post("/v1/stats/bayes/linear-regression")
                .then()
                .statusCode(200)
                .body("posterior.shape", equalTo(1.5f));
    }

    @Test
    void sumsThatLeaveTheRangeOfDoublesAreRefusedOrSaid() {
        for (String path : List.of("ols", "polynomial")) {
            given().contentType("application/json")
                    .body("{\"features\": [0, 1e300, 2e300, 3e300, 5e300], \"target\": [1, 2, 5, 9, 17]}")
                    .post("/v1/stats/regression/" + path)
                    .then()
                    .statusCode(path.equals("ols") ? 200 : 422);
        }
        given().contentType("application/json")
                .body("{\"features\": [1, 2, 3, 5], \"target\": [1e300, 2e300, 2e300, 4e300]}")
                .post("/v1/stats/regression/ols")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/domain-error"))
                .body("errors[0].pointer", equalTo("/features"));
        given().contentType("application/json")
                .body("{\"features\": [1e-300, 2e-300, 3e-300, 4e-300, 5e-300], \"target\": [0, 1, 0, 1, 0]}")
                .post("/v1/stats/regression/logistic")
                .then()
                .statusCode(200)
                .body("warnings.code", hasItem("undefined-values"));
    }
}
