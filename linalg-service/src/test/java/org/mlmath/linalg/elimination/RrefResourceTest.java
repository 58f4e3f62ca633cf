package org.mlmath.linalg.elimination;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RrefResourceTest {
    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/matrices/rref")
                .then();
    }

    @Test
    void fractionsStandBesideTheNumbers() {
        post("{\"matrix\": [[\"1/3\", 1], [2, 7]]}")
                .statusCode(200)
                .body("pivots", contains(0, 1))
                .body("exact.matrix[0]", contains("1", "0"))
                .body("steps", nullValue());
        post("{\"matrix\": [[1, 2], [3, 4]], \"arithmetic\": \"float\"}")
                .statusCode(200)
                .body("exact", nullValue())
                .body("diagnostics.tolerance", notNullValue());
    }

    @Test
    void textIsRefusedInFloatingPoint() {
        post("{\"matrix\": [[1, \"1/3\"]], \"arithmetic\": \"float\"}")
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("errors[0].pointer", equalTo("/matrix/0/1"));
    }

    @Test
    void aRaggedRowIsRefusedWhereItStands() {
        post("{\"matrix\": [[1, 2], [3]]}").statusCode(400).body("errors[0].pointer", equalTo("/matrix/1"));
    }
}
