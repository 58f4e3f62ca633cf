package org.mlmath.calculus.derivative;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JacobianResourceTest {

    private static ValidatableResponse jacobian(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/jacobian")
                .then();
    }

    @Test
    void rowsAreOutputsAndColumnsAreVariables() {
        jacobian("{\"expressions\": [\"x*y*z\", \"x + z^2\"], \"at\": [2, 3, 5]}")
                .statusCode(200)
                .body("jacobian[0]", contains("y*z", "x*z", "x*y"))
                .body("jacobian[1]", contains("1", "0", "2*z"))
                .body("variables", contains("x", "y", "z"))
                .body("value[0]", contains(15, 10, 6))
                .body("value[1]", contains(1, 0, 10))
                .body("functionValues", contains(30, 27))
                .body("determinant", nullValue())
                .body("conventions.layout", containsString("numerator"));
    }

    @Test
    void theFunctionalDeterminantOfPolarCoordinatesIsTheRadius() {
        jacobian("{\"expressions\": [\"r*cos(t)\", \"r*sin(t)\"], \"at\": {\"r\": 2, \"t\": \"pi/3\"}}")
                .body("determinantExpression", is("r"))
                .body("determinant.toDouble()", closeTo(2, 1e-15));
        jacobian("{\"expressions\": [\"a*sin(b)*cos(c)\", \"a*sin(b)*sin(c)\", \"a*cos(b)\"], \"at\": [2, 1, 0.5]}")
                .body("determinant.toDouble()", closeTo(4 * Math.sin(1), 1e-6));
    }

    @Test
    void theOrderOfVariablesIsTheCallers() {
        jacobian("{\"expressions\": [\"x*y\"], \"variables\": [\"y\", \"x\"], \"explain\": true}")
                .body("jacobian[0]", contains("x", "y"))
                .body("steps.kind", hasItems("constant-multiple"))
                .body("steps[-1].kind", is("jacobian"))
                .body("steps[-1].value[0]", contains("x", "y"));
    }

    @Test
    void failuresNameTheirExpression() {
        jacobian("{\"expressions\": [\"x\", \"y +\"]}").statusCode(422).body("errors[0].pointer", is("/expressions/1"));
        jacobian("{\"expressions\": [\"x\", \"lcm(x, 2)\"]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/expressions/1"));
        jacobian("{\"expressions\": []}").statusCode(400).body("errors[0].pointer", is("/expressions"));
        jacobian("{\"expressions\": [\"x\", null]}").statusCode(400);
        jacobian("{\"expressions\": [\"x\", \"1/x\"], \"at\": [0]}")
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/at"));
        jacobian("{\"expressions\": [\"1\", \"2\"], \"at\": []}").statusCode(200);
    }
}
