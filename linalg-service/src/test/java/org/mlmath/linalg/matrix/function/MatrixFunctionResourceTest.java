package org.mlmath.linalg.matrix.function;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MatrixFunctionResourceTest {
    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/matrices/function")
                .then();
    }

    @Test
    void complexResultsAreWrittenAsPairs() {
        post("{\"matrix\": [[-4]], \"function\": \"sqrt\", \"explain\": true}")
                .statusCode(200)
                .body("complex", equalTo(true))
                .body("matrix[0][0].re", equalTo(0))
                .body("matrix[0][0].im", equalTo(2))
                .body("warnings.code", hasItem("no-steps"));
        post("{\"matrix\": [[4]], \"function\": \"sqrt\"}")
                .body("complex", equalTo(false))
                .body("matrix[0][0]", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"matrix\": [[1, 2]], \"function\": \"exp\"} | dimension-mismatch | /matrix",
                "{\"matrix\": [[0]], \"function\": \"log\"} | domain-error | /matrix",
                "{\"matrix\": [[0, 1], [0, 0]], \"function\": \"sqrt\"} | domain-error | /matrix",
                "{\"matrix\": [[1]], \"function\": \"tan\"} | invalid-request | /function",
                "{\"matrix\": [[1]]} | invalid-request | /function"
            })
    void whatIsWrongIsRefusedWhereItStands(String body, String type, String pointer) {
        post(body)
                .statusCode(type.equals("invalid-request") ? 400 : 422)
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
