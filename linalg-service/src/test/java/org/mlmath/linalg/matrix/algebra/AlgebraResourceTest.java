package org.mlmath.linalg.matrix.algebra;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
class AlgebraResourceTest {
    private static ValidatableResponse post(String operation, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/matrices/" + operation)
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multiply | [[19, 22], [43, 50]]",
                "add | [[6, 8], [10, 12]]",
                "subtract | [[-4, -4], [-4, -4]]",
                "hadamard | [[5, 12], [21, 32]]",
                "kronecker | [[5, 6, 10, 12], [7, 8, 14, 16], [15, 18, 20, 24], [21, 24, 28, 32]]"
            })
    void twoMatricesMakeOne(String operation, String expected) {
        String answer = post(operation, "{\"a\": [[1, 2], [3, 4]], \"b\": [[5, 6], [7, 8]]}")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("matrix")
                .toString();
        assertThat(answer).isEqualTo(expected);
    }

    @Test
    void overflowIsUndefinedAndCounted() {
        post("hadamard", "{\"a\": [[1e200, 1]], \"b\": [[1e200, 2]]}")
                .statusCode(200)
                .body("matrix[0]", contains(nullValue(), equalTo(2)))
                .body("warnings.code", contains("undefined-values"));
    }

    @Test
    void aProductIsWorkedOutEntryByEntry() {
        post("multiply", "{\"a\": [[1, 2], [3, 4]], \"b\": [[5], [6]], \"explain\": true}")
                .statusCode(200)
                .body("steps.kind", contains("dot-product", "dot-product", "product"))
                .body("steps[0].latex", equalTo("c_{1,1} = 1 \\cdot 5 + 2 \\cdot 6 = 17"));
        post("add", "{\"a\": [[1]], \"b\": [[5]], \"explain\": true}").body("steps.kind", contains("row", "matrix"));
        post("kronecker", "{\"a\": [[1, 2]], \"b\": [[5]], \"explain\": true}")
                .body("steps.kind", contains("block", "block", "matrix"));
        post("transpose", "{\"matrix\": [[1, 2]]}").body("matrix", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multiply | {\"a\": [[1, 2]], \"b\": [[1, 2]]} | dimension-mismatch | /b",
                "multiply | {\"a\": [], \"b\": [[1, 2]]} | dimension-mismatch | /a",
                "add | {\"a\": [[1, 2]], \"b\": [[1], [2]]} | dimension-mismatch | /b",
                "subtract | {\"a\": [[1, 2]]} | invalid-request | /b",
                "hadamard | {\"a\": [[1, 2]], \"b\": [[1, \"x\"]]} | invalid-request | /b/0/1",
                "kronecker | {\"a\": [[1, 2]], \"b\": []} | dimension-mismatch | /b",
                "transpose | {\"matrix\": [[1, 2], [3]]} | invalid-request | /matrix/1"
            })
    void whatIsWrongIsRefusedWhereItStands(String operation, String body, String type, String pointer) {
        post(operation, body)
                .statusCode(type.equals("invalid-request") ? 400 : 422)
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void bothShapesAreNamed() {
        post("multiply", "{\"a\": [[1, 2]], \"b\": [[1, 2], [3, 4], [5, 6]]}")
                .body("detail", containsString("1×2"))
                .body("detail", containsString("3×2"));
    }
}
