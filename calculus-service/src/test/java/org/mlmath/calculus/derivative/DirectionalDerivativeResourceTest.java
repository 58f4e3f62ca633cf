package org.mlmath.calculus.derivative;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectionalDerivativeResourceTest {

    private static ValidatableResponse along(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/directional-derivative")
                .then();
    }

    @Test
    void theDirectionIsNormalizedUnlessAskedNotTo() {
        String request = "{\"expression\": \"x^2 + 3*x*y\", \"at\": [1, 2], \"direction\": [3, 4]%s}";
        along(request.formatted(""))
                .statusCode(200)
                .body("value.toDouble()", closeTo(7.2, 1e-14))
                .body("gradient", contains(8, 3))
                .body("partialDerivatives", contains("2*x + 3*y", "3*x"));
        along(request.formatted(", \"normalize\": false")).body("value", is(36)).body("direction", contains(3, 4));
    }

    @Test
    void hugeAndTinyDirectionsHaveTheSameUnitVector() {
        String request = "{\"expression\": \"x + y\", \"at\": [1, 2], \"direction\": [3e%1$d, 4e%1$d]}";
        for (int exponent : new int[] {-300, -200, 0, 200, 300}) {
            along(request.formatted(exponent)).body("value.toDouble()", closeTo(1.4, 1e-15));
        }
    }

    @Test
    void theLastStepIsTheProduct() {
        along("{\"expression\": \"x*y\", \"at\": [1, 2], \"direction\": {\"x\": 0, \"y\": 2}, \"explain\": true}")
                .body("steps[-1].kind", is("dot-product"))
                .body("steps[-1].value", is(1))
                .body("value", is(1));
    }

    @Test
    void aFlatPointHasNoSteepestDirection() {
        along("{\"expression\": \"x^2\", \"at\": [0], \"direction\": [1]}")
                .body("steepestSlope", is(0))
                .body("steepestDirection", nullValue());
    }

    @Test
    void failuresPointAtTheirPlace() {
        along("{\"expression\": \"x*y\", \"at\": [1, 2], \"direction\": [0, 0]}")
                .statusCode(422)
                .body("type", containsString("invalid-parameter"))
                .body("errors[0].pointer", is("/direction"));
        along("{\"expression\": \"x*y\", \"at\": [1, 2], \"direction\": [1]}")
                .statusCode(422)
                .body("type", containsString("dimension-mismatch"))
                .body("errors[0].pointer", is("/direction"));
        along("{\"expression\": \"sqrt(x) + y\", \"at\": [0, 2], \"direction\": [1, 1]}")
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/at"));
        along("{\"expression\": \"x\", \"at\": [1]}").statusCode(400).body("errors[0].pointer", is("/direction"));
    }
}
