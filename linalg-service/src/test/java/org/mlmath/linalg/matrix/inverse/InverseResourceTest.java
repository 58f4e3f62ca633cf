package org.mlmath.linalg.matrix.inverse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class InverseResourceTest {
    private static ValidatableResponse post(String operation, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/matrices/" + operation)
                .then();
    }

    @Test
    void fractionsStandBesideTheNumbers() {
        post("inverse", "{\"matrix\": [[\"1/3\", 0], [0, 7]], \"arithmetic\": \"exact\", \"explain\": true}")
                .statusCode(200)
                .body("exact.matrix", contains(contains("3", "0"), contains("0", "1/7")))
                .body("steps.kind", contains("augment", "scale", "scale", "read-off"));
        post("determinant", "{\"matrix\": [[\"1/3\", 0], [0, 7]], \"arithmetic\": \"exact\"}")
                .statusCode(200)
                .body("exact.value", equalTo("7/3"));
        post("rank", "{\"matrix\": [[\"1/3\", 1], [1, 3]], \"arithmetic\": \"exact\"}")
                .statusCode(200)
                .body("rank", equalTo(1));
    }

    @Test
    void singularMatricesAreRefusedWithTheirRank() {
        post("inverse", "{\"matrix\": [[0.1, 0.2], [0.3, 0.6]]}")
                .statusCode(422)
                .body("type", equalTo("/problems/singular-matrix"))
                .body("errors[0].pointer", equalTo("/matrix"))
                .body("rank", equalTo(1))
                .body("conditionNumber", equalTo("Infinity"));
        post("inverse", "{\"matrix\": [[1, 1], [1, 1.0000000000000002]]}")
                .statusCode(200)
                .body("warnings.code", hasItem("ill-conditioned"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inverse | {\"matrix\": [[1, 2]]} | dimension-mismatch | /matrix",
                "inverse | {\"matrix\": [[\"1/2\"]]} | invalid-parameter | /matrix/0/0",
                "determinant | {\"matrix\": [[1, 2]]} | dimension-mismatch | /matrix",
                "determinant | {\"matrix\": [[\"1/2\"]]} | invalid-parameter | /matrix/0/0",
                "rank | {\"matrix\": [[1, 2]], \"tolerance\": -1} | invalid-request | /tolerance",
                "condition-number | {\"matrix\": [[1, 2]], \"norm\": \"1\"} | dimension-mismatch | /matrix",
                "pseudo-inverse | {\"matrix\": [[1, 2]], \"rcond\": 2} | invalid-request | /rcond",
                "power | {\"matrix\": [[1, 2]], \"exponent\": 2} | dimension-mismatch | /matrix",
                "power | {\"matrix\": [[1]], \"exponent\": 2.5} | invalid-request | /exponent",
                "power | {\"matrix\": [[1]]} | invalid-request | /exponent",
                "power | {\"matrix\": [[0]], \"exponent\": -1} | singular-matrix | /matrix"
            })
    void whatIsWrongIsRefusedWhereItStands(String operation, String body, String type, String pointer) {
        post(operation, body)
                .statusCode(type.equals("invalid-request") ? 400 : 422)
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
