package org.mlmath.linalg.iteration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PowerIterationResourceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"matrix\": [[1, 2]]} | dimension-mismatch | /matrix",
                "{\"matrix\": []} | dimension-mismatch | /matrix",
                "{\"matrix\": [[1]], \"start\": [1, 2]} | dimension-mismatch | /start",
                "{\"matrix\": [[1]], \"start\": [0]} | invalid-parameter | /start",
                "{\"matrix\": [[1]], \"maxIterations\": 0} | invalid-request | /maxIterations",
                "{} | invalid-request | /matrix"
            })
    void whatIsWrongIsRefusedWhereItStands(String body, String type, String pointer) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/iterations/power")
                .then()
                .statusCode(type.equals("invalid-request") ? 400 : 422)
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
