package org.mlmath.linalg.subspace;

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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SubspaceResourcesTest {
    private static ValidatableResponse post(String operation, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/matrices/" + operation)
                .then();
    }

    @ParameterizedTest
    @CsvSource({"null-space, -2, 1", "row-space, 1, 2", "column-space, 1, 3", "left-null-space, -3, 1"})
    void eachSubspaceIsItsOwn(String operation, String first, String second) {
        post(operation, "{\"matrix\": [[1, 2], [3, 6]], \"arithmetic\": \"exact\"}")
                .statusCode(200)
                .body("dimension", equalTo(1))
                .body("exact.basis", contains(contains(first, second)));
        post(operation, "{\"matrix\": [[1, 2], [3, 6]]}")
                .statusCode(200)
                .body("basis", hasSize(1))
                .body("exact", nullValue());
    }

    @Test
    void onlyZeroMakesAnEmptyBasis() {
        post("null-space", "{\"matrix\": [[1, 0], [0, 1]]}")
                .statusCode(200)
                .body("basis", hasSize(0))
                .body("dimension", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null-space", "row-space", "column-space", "left-null-space"})
    void textIsRefusedInFloatingPoint(String operation) {
        post(operation, "{\"matrix\": [[1, \"1/3\"]]}")
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("errors[0].pointer", equalTo("/matrix/0/1"));
    }
}
