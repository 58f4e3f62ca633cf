package org.mlmath.linalg.matrix.measure;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NormAndTraceResourceTest {
    private static ValidatableResponse post(String operation, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/linalg/matrices/" + operation)
                .then();
    }

    @Test
    void theTraceIsRoundedOnce() {
        post("trace", "{\"matrix\": [[1e16, 9, 9], [9, 1, 9], [9, 9, -1e16]], \"explain\": true}")
                .statusCode(200)
                .body("value", equalTo(1))
                .body("steps.kind", contains("trace"));
        post("trace", "{\"matrix\": [[1e308, 0], [0, 1e308]]}")
                .statusCode(422)
                .body("type", equalTo("/problems/domain-error"))
                .body("errors[0].pointer", equalTo("/matrix"));
    }

    @Test
    void whatIsWrongIsRefusedWhereItStands() {
        post("norm", "{\"matrix\": [[1]], \"kind\": \"4\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/kind"));
        post("norm", "{\"matrix\": []}").statusCode(422).body("type", equalTo("/problems/dimension-mismatch"));
        post("trace", "{\"matrix\": [[1, 2]]}")
                .statusCode(422)
                .body("type", equalTo("/problems/dimension-mismatch"))
                .body("errors[0].pointer", equalTo("/matrix"));
        post("trace", "{}").statusCode(400).body("errors[0].pointer", equalTo("/matrix"));
    }
}
