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

@QuarkusTest
class QrResourceTest {
    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/decompositions/qr")
                .then();
    }

    @Test
    void modesShapeTheFactors() {
        post("{\"matrix\": [[1, 2], [3, 4], [5, 6]]}")
                .statusCode(200)
                .body("q[0]", hasSize(2))
                .body("r", hasSize(2))
                .body("permutation", nullValue());
        post("{\"matrix\": [[1, 2], [3, 4], [5, 6]], \"mode\": \"full\"}")
                .statusCode(200)
                .body("q[0]", hasSize(3))
                .body("r", hasSize(3));
    }

    @Test
    void pivotingGivesTheOrderOfTheColumns() {
        post("{\"matrix\": [[1, 0, 5], [0, 2, 0]], \"pivoting\": true}")
                .statusCode(200)
                .body("permutation", contains(2, 1, 0))
                .body("r", contains(contains(5, 0, 1), contains(0, 2, 0)));
    }

    @Test
    void aMatrixWithoutEntriesIsRefused() {
        post("{\"matrix\": [[], []]}")
                .statusCode(422)
                .body("type", equalTo("/problems/dimension-mismatch"))
                .body("errors[0].pointer", equalTo("/matrix"));
    }

    @Test
    void anUnknownModeIsRefused() {
        post("{\"matrix\": [[1]], \"mode\": \"economy\"}").statusCode(400).body("errors[0].pointer", equalTo("/mode"));
    }
}
