package org.mlmath.linalg.decomposition;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EigenResourceTest {
    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/decompositions/eigen")
                .then();
    }

    @Test
    void realEigenvaluesAreNumbers() {
        post("{\"matrix\": [[2, 0], [0, -1]]}")
                .statusCode(200)
                .body("values", contains(-1, 2))
                .body("complex", equalTo(false))
                .body("symmetric", equalTo(true))
                .body("vectors", contains(contains(0, 1), contains(1, 0)));
    }

    @Test
    void complexEigenvaluesAreObjectsThroughout() {
        post("{\"matrix\": [[0, -1, 0], [1, 0, 0], [0, 0, 5]]}")
                .statusCode(200)
                .body("complex", equalTo(true))
                .body("values.re", contains(0, 0, 5))
                .body("values.im", contains(-1, 1, 0))
                .body("vectors[2][2].re", equalTo(1));
    }

    @Test
    void defectiveMatricesAreAnswers() {
        post("{\"matrix\": [[1, 1], [0, 1]]}")
                .statusCode(200)
                .body("values", contains(1, 1))
                .body("diagonalizable", equalTo(false))
                .body("vectors", contains(contains(1, 1), contains(0, 0)))
                .body("warnings.code", contains("defective"));
    }

    @Test
    void vectorsMayBeLeftOut() {
        post("{\"matrix\": [[4]], \"vectors\": false}")
                .statusCode(200)
                .body("values", contains(4))
                .body("vectors", nullValue());
        post("{\"matrix\": [[4]]}").statusCode(200).body("vectors", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"matrix\": [[1, 2, 3], [4, 5, 6]]} | 422 | /problems/dimension-mismatch | /matrix",
                "{\"matrix\": [[1, 2], [3, 4, 5]]} | 400 | /problems/invalid-request | /matrix/1",
                "{\"matrix\": [[]]} | 422 | /problems/dimension-mismatch | /matrix",
                "{\"matrix\": [[1]], \"vectors\": 1} | 400 | /problems/invalid-request | /vectors"
            })
    void whatIsWrongIsRefusedWhereItStands(String body, int status, String type, String pointer) {
        post(body).statusCode(status).body("type", equalTo(type)).body("errors[0].pointer", equalTo(pointer));
    }
}
