package org.mlmath.stats.classification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ClassificationResourceTest {
    private static ValidatableResponse post(String path, String json) {
        return given().contentType("application/json")
                .body(json.replace('\'', '"'))
                .post("/v1/stats/classification/" + path)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "confusion | {'actual': [1, 0]} | 400 | invalid-request | /predicted",
                "confusion | {'actual': [1, 0], 'predicted': [1]} | 422 | dimension-mismatch | /predicted",
                "confusion | {'actual': [], 'predicted': []} | 422 | insufficient-data | /actual",
                "confusion | {'actual': 1, 'predicted': [1]} | 400 | invalid-request | /actual",
                "confusion | {'actual': [null], 'predicted': [1]} | 400 | invalid-request | /actual/0",
                "confusion | {'actual': [[1]], 'predicted': [1]} | 400 | invalid-request | /actual/0",
                "confusion | {'actual': [1, 0], 'predicted': [1, 2], 'labels': [0, 1]} | 422 | invalid-parameter | /predicted/1",
                "confusion | {'actual': [1, 0], 'predicted': [1, 1], 'labels': [0, 1, 0]} | 422 | invalid-parameter | /labels/2",
                "confusion | {'actual': [1, 0], 'predicted': [1, 1], 'positive': '1'} | 422 | invalid-parameter | /positive",
                "confusion | {'actual': [1, 0], 'predicted': [1, 1], 'level': 1} | 422 | invalid-parameter | /level",
                "confusion | {'actual': [1, 0], 'predicted': [1, 1], 'beta': -1} | 422 | invalid-parameter | /beta",
                "roc | {'actual': [1, 0]} | 400 | invalid-request | /scores",
                "roc | {'actual': [1, 0], 'scores': [1]} | 422 | dimension-mismatch | /scores",
                "roc | {'actual': [1, 0], 'scores': [1, null]} | 400 | invalid-request | /scores/1",
                "roc | {'actual': [1, 1], 'scores': [1, 2]} | 422 | insufficient-data | /actual",
                "roc | {'actual': [], 'scores': []} | 422 | insufficient-data | /actual",
                "roc | {'actual': [0, 1, 2], 'scores': [1, 2, 3]} | 422 | invalid-parameter | /actual",
                "roc | {'actual': [0, 1], 'scores': [1, 2], 'positive': 7} | 422 | invalid-parameter | /positive",
                "roc | {'actual': [0, 1], 'scores': [1, 2], 'level': 0} | 422 | invalid-parameter | /level",
                "precision-recall | {'actual': [0, 0], 'scores': [1, 2]} | 422 | insufficient-data | /actual",
                "threshold | {'actual': [0, 1], 'scores': [1, 2], 'costs': {'falseAlarm': 1}} | 400 | invalid-request | /costs/falseAlarm",
                "calibration | {'actual': [0, 1], 'scores': [0.2, 1.2]} | 422 | invalid-parameter | /scores/1",
                "calibration | {'actual': [0, 1], 'scores': [0.2, 0.3], 'bins': 0} | 422 | invalid-parameter | /bins",
                "calibration | {'actual': [0, 1], 'scores': [0.2, 0.3], 'level': 2} | 422 | invalid-parameter | /level",
                "imbalance | {'labels': []} | 422 | insufficient-data | /labels",
                "imbalance | {'labels': [0, 1, 1], 'method': 'smote'} | 422 | invalid-parameter | /features",
                "imbalance | {'labels': [0, 1, 1], 'features': [[1], [2]], 'method': 'smote'} | 422 | dimension-mismatch | /features",
                "imbalance | {'labels': [0, 1, 1], 'features': [[1], [2], [3]], 'method': 'smote'} | 422 | insufficient-data | /labels",
                "imbalance | {'labels': [0, 1, 1], 'neighbors': 0} | 422 | invalid-parameter | /neighbors",
                "imbalance | {'labels': [0, 1, 1], 'seed': -1, 'method': 'random-over'} | 400 | invalid-request | /seed"
            })
    void whatIsWrongIsSaidWhereItIs(String path, String request, int status, String problem, String pointer) {
        post(path, request)
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void labelsMayBeTextsNumbersAndTruthValues() {
        post("confusion", "{'actual': ['b', 'a', 'b'], 'predicted': ['b', 'b', 'b']}")
                .statusCode(200)
                .body("labels", contains("a", "b"))
                .body("matrix", contains(List.of(0, 1), List.of(0, 2)))
                .body("positive", equalTo("b"));
        post("confusion", "{'actual': [true, false], 'predicted': [true, true]}")
                .statusCode(200)
                .body("labels", contains(false, true))
                .body("precision", equalTo(0.5f));
    }

    @Test
    void aClassThatIsNeverPredictedHasNoPrecision() {
        post("confusion", "{'actual': [0, 1, 1], 'predicted': [0, 0, 0]}")
                .statusCode(200)
                .body("precision", nullValue())
                .body("recall", equalTo(0))
                .body("f1", equalTo(0))
                .body("matthews", nullValue())
                .body("warnings.code", contains("never-predicted", "undefined-values"));
    }

    @Test
    void aSingleClassIsNoReasonToFail() {
        post("confusion", "{'actual': [1, 1], 'predicted': [1, 1]}")
                .statusCode(200)
                .body("accuracy", equalTo(1))
                .body("matrix", contains(List.of(2)))
                .body("kappa", nullValue());
    }

    @Test
    void theMatrixIsReadInWords() {
        post("confusion", "{'actual': [1, 0, 1, 1, 0], 'predicted': [1, 0, 0, 1, 1], 'explain': true}")
                .statusCode(200)
                .body(
                        "steps.title",
                        contains("Read the matrix", "Precision", "Recall", "Specificity", "F1", "Accuracy"))
                .body("steps[0].value", contains(2, 1, 1, 1))
                .body("steps.last().value", equalTo(0.6f));
    }

    @Test
    void tiedScoresAreOnePointAndCountHalf() {
        post("roc", "{'actual': [0, 1, 0, 1], 'scores': [0.5, 0.5, 0.5, 0.5]}")
                .statusCode(200)
                .body("points", hasSize(2))
                .body("auc", equalTo(0.5f));
    }

    @Test
    void anIntervalWithoutWidthIsSaidToSayNothing() {
        post("roc", "{'actual': [0, 0, 1, 1], 'scores': [1, 2, 3, 4]}")
                .statusCode(200)
                .body("auc", equalTo(1))
                .body("warnings.code", contains("degenerate-interval"));
        post("roc", "{'actual': [0, 1, 0], 'scores': [1, 2, 3]}")
                .statusCode(200)
                .body("confidenceInterval", nullValue())
                .body("warnings.code", contains("no-interval"));
    }

    @Test
    void theBrierScoreIsItsDecomposition() {
        var answer = post("calibration", "{'actual': [0, 1, 1, 0, 1, 1], 'scores': [0.2, 0.2, 0.7, 0.7, 0.7, 0.9]}")
                .statusCode(200)
                .extract()
                .jsonPath();
        double sum = answer.getDouble("decomposition.reliability")
                - answer.getDouble("decomposition.resolution")
                + answer.getDouble("decomposition.uncertainty");
        assertThat(answer.getDouble("brierScore")).isCloseTo(sum, Offset.offset(1e-7));
    }

    @Test
    void anImpossibleOutcomeCostsInfinitely() {
        post("calibration", "{'actual': [0, 1], 'scores': [0.5, 0]}")
                .statusCode(200)
                .body("logLoss", equalTo("Infinity"))
                .body("warnings.code", contains("impossible-happened"));
    }

    @Test
    void costsThatMakeEveryDecisionAlikeAreSaid() {
        post("threshold", "{'actual': [0, 1, 0, 1], 'scores': [1, 2, 3, 4], 'costs': {'falsePositive': 100}}")
                .statusCode(200)
                .body("threshold", equalTo(4))
                .body("cost", equalTo(0.25f));
        post("threshold", "{'actual': [0, 1, 0], 'scores': [1, 2, 3], 'costs': {'falsePositive': 100}}")
                .statusCode(200)
                .body("threshold", equalTo("Infinity"))
                .body("warnings.code", contains("one-decision"));
    }

    @Test
    void resampledClassesAreEquallyFrequent() {
        String request =
                "{'labels': [0, 0, 0, 0, 1, 1], 'features': [[1, 2], [2, 1], [3, 2], [2, 3], [7, 8], [8, 7]], 'method': '%s', 'seed': 5}";
        post("imbalance", request.formatted("random-over"))
                .statusCode(200)
                .body("resampled.labels", contains(0, 0, 0, 0, 1, 1, 1, 1))
                .body("resampled.added", equalTo(2))
                .body("seed", equalTo(5));
        post("imbalance", request.formatted("random-under"))
                .statusCode(200)
                .body("resampled.labels", contains(0, 0, 1, 1))
                .body("resampled.added", equalTo(0));
        post("imbalance", request.formatted("smote"))
                .statusCode(200)
                .body("resampled.features", hasSize(8))
                .body("resampled.features[6].sum()", closeTo(15, 1e-5))
                .body("warnings.code", hasItem("fewer-neighbors"));
    }

    @Test
    void aSeedGivesTheSameSampleAgain() {
        String request =
                "{'labels': [0, 0, 0, 1, 1], 'features': [[1], [2], [3], [7], [9]], 'method': 'smote', 'seed': 12}";
        String first = post("imbalance", request).extract().asString();
        post("imbalance", request).body(equalTo(first));
    }
}
