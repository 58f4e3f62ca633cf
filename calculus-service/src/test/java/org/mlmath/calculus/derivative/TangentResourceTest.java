package org.mlmath.calculus.derivative;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TangentResourceTest {

    private static ValidatableResponse tangent(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/tangent")
                .then();
    }

    @Test
    void linesAndPlanesAreMultipliedOutWhereThatIsExact() {
        tangent("{\"expression\": \"x^2\", \"at\": {\"x\": 1}}")
                .statusCode(200)
                .body("value", is(1))
                .body("slopes", contains(2))
                .body("expression", is("2*x - 1"));
        tangent("{\"expression\": \"x^2 + y^2\", \"at\": [1, 2]}").body("expression", is("2*x + 4*y - 5"));
        tangent("{\"expression\": \"sin(x)\", \"at\": [0]}").body("expression", is("x"));
        tangent("{\"expression\": \"cos(x)\", \"at\": [0]}").body("expression", is("1"));
        tangent("{\"expression\": \"7\", \"at\": []}").body("expression", is("7"));
    }

    @Test
    void roundedNumbersStayInTheFormOfPointAndSlope() {
        tangent("{\"expression\": \"sin(x)\", \"at\": [2]}")
                .body("expression", is("0.9092974268256817 - 0.4161468365471424*(x - 2)"));
    }

    @Test
    void theWorkingEndsWithTheTangent() {
        tangent("{\"expression\": \"x^3\", \"at\": [2], \"explain\": true}")
                .body("steps.kind", hasItems("power", "slopes"))
                .body("steps[-1].kind", is("tangent"))
                .body("steps[-1].detail", containsString("8 + 12*(x - 2)"))
                .body("steps[-1].value", is("12*x - 16"));
    }

    @Test
    void kinksAreFlaggedAndVerticalTangentsRefused() {
        tangent("{\"expression\": \"|x|\", \"at\": [0]}").body("warnings.code", contains("not-smooth"));
        tangent("{\"expression\": \"sqrt(x)\", \"at\": [0]}")
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/at"));
        tangent("{\"expression\": \"x\"}").statusCode(400).body("errors[0].pointer", is("/at"));
    }
}
