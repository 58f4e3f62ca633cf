package org.mlmath.linalg.convolution;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ConvolutionResourceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"input\": [[1, 2]], \"kernels\": [[1], [1]]} | dimension-mismatch | /kernels",
                "{\"input\": [[[1]], [[2]]], \"kernels\": [[1]]} | dimension-mismatch | /kernels",
                "{\"input\": [], \"kernels\": [[1]]} | dimension-mismatch | /input",
                "{\"input\": [1, 2], \"kernels\": [[1]]} | invalid-request | /input/0",
                "{\"input\": [[1, 2], [3]], \"kernels\": [[1]]} | invalid-request | /input/1",
                "{\"input\": [[1]], \"kernels\": [[1]], \"padding\": -1} | invalid-request | /padding",
                "{\"input\": [[1]], \"kernels\": [[1]], \"padding\": \"same\", \"stride\": 2} | invalid-parameter | /padding"
            })
    void whatIsWrongIsRefusedWhereItStands(String body, String type, String pointer) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/convolution")
                .then()
                .statusCode(type.equals("invalid-request") ? 400 : 422)
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
