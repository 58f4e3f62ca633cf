package org.mlmath.linalg.property;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PropertyResourcesTest {
    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/" + path)
                .then();
    }

    @Test
    void aFormHasItsClassAndAxes() {
        post("quadratic-forms/classify", "{\"matrix\": [[0, 4], [0, 0]]}")
                .statusCode(200)
                .body("definiteness", equalTo("indefinite"))
                .body("eigenvalues[0].toDouble()", closeTo(-2, 1e-15))
                .body("eigenvalues[1].toDouble()", closeTo(2, 1e-15))
                .body("warnings[0].code", equalTo("not-symmetric"));
    }

    @Test
    void infiniteConditionsAreWritten() {
        post("matrices/properties", "{\"matrix\": [[0, 0], [0, 0]]}")
                .statusCode(200)
                .body("conditionNumber", equalTo("Infinity"))
                .body("definiteness", equalTo("positive-semidefinite"))
                .body("rank", equalTo(0));
    }

    @Test
    void coefficientsStandHighestPowerFirst() {
        post("matrices/characteristic-polynomial", "{\"matrix\": [[1, 2], [3, 4]]}")
                .statusCode(200)
                .body("coefficients", contains(1, -5, -2));
        post("matrices/characteristic-polynomial", "{\"matrix\": [[\"1/3\"]]}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/matrix/0/0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quadratic-forms/classify", "matrices/properties"})
    void aMatrixWithoutEntriesIsRefused(String path) {
        post(path, "{\"matrix\": []}")
                .statusCode(422)
                .body("type", equalTo("/problems/dimension-mismatch"))
                .body("errors[0].pointer", equalTo("/matrix"));
        post(path, "{\"matrix\": [[1, \"x\"]]}").statusCode(400).body("errors[0].pointer", equalTo("/matrix/0/1"));
    }
}
