package org.mlmath.linalg.vector;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class VectorResourcesTest {
    private static ValidatableResponse post(String operation, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/vectors/" + operation)
                .then();
    }

    @Test
    void anOrderIsANumberOrInf() {
        post("norm", "{\"vector\": [3, -4], \"order\": \"inf\"}")
                .statusCode(200)
                .body("value", equalTo(4));
        post("norm", "{\"vector\": [3, -4], \"order\": 1}").statusCode(200).body("value", equalTo(7));
        post("norm", "{\"vector\": [3, -4], \"order\": \"two\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/order"));
        post("distance", "{\"a\": [0, 0], \"b\": [3, 4], \"metric\": \"minkowski\", \"p\": \"inf\"}")
                .statusCode(200)
                .body("value", equalTo(4));
    }

    @Test
    void oneVectorOrSeveralAreProjectedOnto() {
        post("projection", "{\"vector\": [2, 3], \"onto\": [1, 0]}")
                .statusCode(200)
                .body("projection", contains(2, 0))
                .body("residual", contains(0, 3))
                .body("coefficients", contains(2))
                .body("distance", equalTo(3));
        post("projection", "{\"vector\": [2, 3], \"onto\": [[1, 0], [1, 1]]}")
                .statusCode(200)
                .body("coefficients", contains(-1, 3));
    }

    @Test
    void dependentVectorsAreNamed() {
        post("gram-schmidt", "{\"vectors\": [[1, 0], [2, 0], [0, 3]]}")
                .statusCode(200)
                .body("basis", contains(contains(1, 0), contains(0, 1)))
                .body("dependent", contains(1));
        post("gram-schmidt", "{\"vectors\": [[0, 0]]}")
                .statusCode(200)
                .body("basis", hasSize(0))
                .body("dependent", contains(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dot|{\"a\": [1, 2], \"b\": [1]}|/b",
                "distance|{\"a\": [1, 2], \"b\": [1]}|/b",
                "cross|{\"a\": [1, 2, 3], \"b\": [1, 2]}|/b",
                "combination|{\"vectors\": [[1, 2]], \"coefficients\": [1, 2]}|/coefficients",
                "projection|{\"vector\": [1, 2], \"onto\": [[1, 2, 3]]}|/onto",
                "independence|{\"vectors\": []}|/vectors",
                "gram-schmidt|{\"vectors\": []}|/vectors",
                "norm|{\"vector\": []}|/vector"
            })
    void shapesThatDoNotFitAreRefusedWhereTheyStand(String operation, String body, String pointer) {
        post(operation, body)
                .statusCode(422)
                .body("type", equalTo("/problems/dimension-mismatch"))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
