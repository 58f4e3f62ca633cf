package org.mlmath.calculus.derivative;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GradientResourceTest {

    private static ValidatableResponse gradient(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/gradient")
                .then();
    }

    @Test
    void partialDerivativesAreInTheOrderOfTheVariables() {
        gradient("{\"expression\": \"x^2*y\", \"at\": {\"x\": 3, \"y\": 2}}")
                .statusCode(200)
                .body("gradient", contains("2*x*y", "x^2"))
                .body("variables", contains("x", "y"))
                .body("value", contains(12, 9))
                .body("functionValue", is(18))
                .body("warnings", empty());
        gradient("{\"expression\": \"x^2*y\", \"variables\": [\"y\", \"x\", \"z\"], \"at\": [2, 3, 1]}")
                .body("gradient", contains("x^2", "2*x*y", "0"))
                .body("value", contains(9, 12, 0));
    }

    @Test
    void thelastStepIsTheGradient() {
        gradient("{\"expression\": \"x*y\", \"explain\": true}")
                .body("steps[-1].kind", is("gradient"))
                .body("steps[-1].value", contains("y", "x"));
    }

    @Test
    void partialDerivativesThatDoNotExistAreNull() {
        gradient("{\"expression\": \"sqrt(x) + y^2\", \"at\": {\"x\": 0, \"y\": 2}}")
                .statusCode(200)
                .body("value[0]", nullValue())
                .body("value[1]", is(4))
                .body("warnings.code", contains("undefined-values"));
    }

    @Test
    void aPointWithoutAValueIsADomainError() {
        gradient("{\"expression\": \"ln(x) + y\", \"at\": {\"x\": -1, \"y\": 0}}")
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/at"));
    }

    @Test
    void aVariableThatIsNotListedIsUnknown() {
        gradient("{\"expression\": \"theta^2 + x\", \"variables\": [\"x\", \"thetta\"]}")
                .statusCode(422)
                .body("type", containsString("unknown-name"))
                .body("suggestion", is("thetta"))
                .body("errors[0].pointer", is("/expression"));
    }

    @Test
    void aConstantHasAnEmptyGradient() {
        gradient("{\"expression\": \"5\"}").statusCode(200).body("gradient", empty());
    }
}
