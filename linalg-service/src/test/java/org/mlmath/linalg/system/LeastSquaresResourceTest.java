package org.mlmath.linalg.system;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LeastSquaresResourceTest {
    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/systems/least-squares")
                .then();
    }

    @Test
    void aVectorIsAnsweredWithAVectorAndAMatrixWithAMatrix() {
        post("{\"matrix\": [[1], [1]], \"rhs\": [1, 3]}")
                .statusCode(200)
                .body("solution", contains(2))
                .body("residualNorms", nullValue());
        post("{\"matrix\": [[1], [1]], \"rhs\": [[1, 2], [3, 2]]}")
                .statusCode(200)
                .body("solution", contains(contains(2, 2)))
                .body("residualNorms", hasSize(2));
    }

    @Test
    void theShortestOfManyIsGivenWithAWarning() {
        post("{\"matrix\": [[1, 1]], \"rhs\": [2]}")
                .statusCode(200)
                .body("solution", contains(1, 1))
                .body("rank", equalTo(1))
                .body("warnings.code", hasItem("not-unique"));
    }

    @Test
    void ridgeShortensTheSolution() {
        post("{\"matrix\": [[1], [1]], \"rhs\": [1, 3], \"ridge\": 2}")
                .statusCode(200)
                .body("solution", contains(1))
                .body("residualNorm.toDouble()", closeTo(2, 1e-15));
    }

    @Test
    void theWorkingGoesThroughTheNormalEquations() {
        post("{\"matrix\": [[1, 0], [1, 1], [1, 2]], \"rhs\": [1, 2, 4], \"ridge\": 1, \"explain\": true}")
                .statusCode(200)
                .body(
                        "steps.kind",
                        contains("normal-matrix", "right-hand-side", "penalize", "solve", "residual", "read-off"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"matrix\": [[1, 2], [3, 4]], \"rhs\": [1, 2, 3]} | dimension-mismatch | /rhs",
                "{\"matrix\": [], \"rhs\": []} | dimension-mismatch | /matrix",
                "{\"matrix\": [[1, 2], [3]], \"rhs\": [1, 2]} | invalid-request | /matrix/1",
                "{\"matrix\": [[1]], \"rhs\": [1], \"ridge\": -1} | invalid-request | /ridge",
                "{\"matrix\": [[1]], \"rhs\": [1], \"rcond\": -1} | invalid-request | /rcond",
                "{\"matrix\": [[1e-200]], \"rhs\": [1e200]} | domain-error | /matrix",
                "{\"matrix\": [[1]]} | invalid-request | /rhs"
            })
    void whatIsWrongIsRefusedWhereItStands(String body, String type, String pointer) {
        post(body)
                .statusCode(type.equals("invalid-request") ? 400 : 422)
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
