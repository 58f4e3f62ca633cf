package org.mlmath.linalg.transformation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TransformationResourceTest {
    private static ValidatableResponse post(String operation, String body) {
        return given().config(RestAssured.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/transformations/" + operation)
                .then();
    }

    @Test
    void theFirstStepIsAppliedFirst() {
        post(
                        "build",
                        "{\"transformations\": [{\"rotate\": {\"angle\": 90, \"unit\": \"degrees\"}}, {\"scale\": [2, 1]}, {\"translate\": [3, 0]}]}")
                .statusCode(200)
                .body("matrix[0]", contains(0, -2, 3))
                .body("matrix[1]", contains(1, 0, 0))
                .body("matrix[2]", contains(0, 0, 1))
                .body("matrices.size()", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reflect\": \"x\"} | [[1, 0], [0, -1]]",
                "{\"reflect\": {\"axis\": \"y\"}} | [[-1, 0], [0, 1]]",
                "{\"reflect\": {\"line\": [1, 1]}} | [[0, 1], [1, 0]]",
                "{\"reflect\": {\"line\": \"pi/4\"}} | [[0, 1], [1, 0]]",
                "{\"reflect\": {\"normal\": [3, 4]}} | [[0.28, -0.96], [-0.96, -0.28]]",
                "{\"reflect\": \"origin\"} | [[-1, 0], [0, -1]]",
                "{\"reflect\": \"yz\"} | [[-1, 0, 0], [0, 1, 0], [0, 0, 1]]",
                "{\"shear\": 2} | [[1, 2], [0, 1]]",
                "{\"shear\": {\"y\": 2}} | [[1, 0], [2, 1]]",
                "{\"shear\": {\"xz\": 2}} | [[1, 0, 2], [0, 1, 0], [0, 0, 1]]",
                "{\"scale\": {\"y\": 2}} | [[1, 0], [0, 2]]",
                "{\"rotate\": {\"angle\": 180, \"unit\": \"degrees\", \"axis\": \"x\"}} | [[1, 0, 0], [0, -1, 0], [0, 0, -1]]",
                "{\"rotate\": {\"angle\": -90, \"unit\": \"degrees\", \"axis\": [0, 2, 0]}} | [[0, 0, -1], [0, 1, 0], [1, 0, 0]]",
                "{\"translate\": [1, 2]} | [[1, 0, 1], [0, 1, 2], [0, 0, 1]]"
            })
    void everySpellingHasItsMatrix(String step, String matrix) {
        double[][] expected = JsonPath.from("{\"m\": " + matrix + "}").getObject("m", double[][].class);
        ValidatableResponse answer =
                post("build", "{\"transformations\": [" + step + "]}").statusCode(200);
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
                answer.body("matrix[%d][%d].toDouble()".formatted(i, j), closeTo(expected[i][j], 1e-15));
            }
        }
    }

    @Test
    void aMapBecomesDiagonalAmongItsEigenvectors() {
        post("change-of-basis", "{\"matrix\": [[2, 1], [1, 2]], \"to\": [[1, 1], [1, -1]]}")
                .statusCode(200)
                .body("matrix[0]", contains(3, 0))
                .body("matrix[1]", contains(0, 1));
    }

    @Test
    void whatOverflowsIsUndefined() {
        post("apply", "{\"matrix\": [[1e300]], \"points\": [[1e300], [1]]}")
                .statusCode(200)
                .body("warnings.code", hasItem("overflow"))
                .body("points[0][0]", equalTo(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apply | {\"matrix\": [[1, 0], [0, 1]], \"points\": [[1, 2, 3]]} | dimension-mismatch | /points",
                "apply | {\"matrix\": [[1, 2, 3], [4, 5, 6], [7, 8, 9]], \"points\": [[1, 2]]} | dimension-mismatch | /points",
                "apply | {\"matrix\": [[1]], \"points\": [[1]], \"translation\": [1, 2]} | dimension-mismatch | /translation",
                "apply | {\"matrix\": [], \"points\": []} | dimension-mismatch | /matrix",
                "apply | {\"matrix\": [[1]]} | invalid-request | /points",
                "build | {\"transformations\": [{\"turn\": 1}]} | invalid-request | /transformations/0/turn",
                "build | {\"transformations\": [{\"rotate\": 1, \"scale\": 2}]} | invalid-request | /transformations/0",
                "build | {\"transformations\": [5]} | invalid-request | /transformations/0",
                "build | {\"transformations\": []} | invalid-request | /transformations",
                "build | {\"transformations\": [{\"rotate\": {\"angle\": 1, \"unit\": \"turns\"}}]} | invalid-request | /transformations/0/rotate/unit",
                "build | {\"transformations\": [{\"reflect\": {\"normal\": [0, 0]}}]} | invalid-request | /transformations/0/reflect/normal",
                "build | {\"transformations\": [{\"scale\": [1, 2, 3]}, {\"rotate\": 1}]} | invalid-parameter | /transformations/1",
                "build | {\"transformations\": [{\"scale\": [1, 2]}, {\"translate\": [1, 2, 3]}]} | dimension-mismatch | /transformations/1",
                "describe | {\"matrix\": [[1]]} | dimension-mismatch | /matrix",
                "describe | {\"matrix\": [[1, 2, 3], [4, 5, 6]]} | dimension-mismatch | /matrix",
                "describe | {\"matrix\": [[1, 0], [0, 1]], \"tolerance\": -1} | invalid-request | /tolerance",
                "change-of-basis | {\"vector\": [1, 2], \"to\": [[1, 2], [2, 4]]} | singular-matrix | /to",
                "change-of-basis | {\"vector\": [1, 2], \"from\": [[0.1, 0.2], [0.3, 0.6]]} | singular-matrix | /from",
                "change-of-basis | {\"vector\": [1, 2], \"to\": [[1]]} | dimension-mismatch | /to",
                "change-of-basis | {\"matrix\": [[1, 2]]} | dimension-mismatch | /matrix",
                "change-of-basis | {\"to\": [[1]]} | invalid-parameter | /vector"
            })
    void whatIsWrongIsRefusedWhereItStands(String operation, String body, String type, String pointer) {
        post(operation, body)
                .statusCode(type.equals("invalid-request") ? 400 : 422)
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void refusalsNameBothShapes() {
        post("apply", "{\"matrix\": [[1, 0], [0, 1]], \"points\": [[1, 2, 3]]}")
                .body("detail", containsString("2×2"))
                .body("detail", containsString("these have 3"));
    }
}
