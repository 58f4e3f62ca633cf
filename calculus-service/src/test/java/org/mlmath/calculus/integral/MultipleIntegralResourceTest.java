package org.mlmath.calculus.integral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MultipleIntegralResourceTest {

    private static ValidatableResponse post(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/multiple-integral")
                .then();
    }

    private static ValidatableResponse integrate(String expression, String ranges) {
        return post("{\"expression\": \"%s\", \"ranges\": [%s]}".formatted(expression, ranges));
    }

    private static String range(String variable, String lower, String upper) {
        return "{\"variable\": \"%s\", \"lower\": \"%s\", \"upper\": \"%s\"}".formatted(variable, lower, upper);
    }

    private static double value(ValidatableResponse response) {
        return response.extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE))
                .getDouble("value");
    }

    @Test
    void boundsMayUseTheVariablesBefore() {
        ValidatableResponse tetrahedron = integrate(
                        "x*y*z", range("x", "0", "1") + "," + range("y", "0", "x") + "," + range("z", "0", "y"))
                .statusCode(200)
                .body("exact", is("1/48"))
                .body("variables", contains("x", "y", "z"));
        assertThat(value(tetrahedron)).isEqualTo(1 / 48.0);
        ValidatableResponse disc =
                integrate("1", range("x", "-1", "1") + "," + range("y", "-sqrt(1-x^2)", "sqrt(1-x^2)"));
        assertThat(value(disc)).isCloseTo(Math.PI, within(1e-12));
    }

    @Test
    void theStepsGoFromTheInnermostVariableOutwards() {
        post("{\"expression\": \"x*y\", \"ranges\": [%s, %s], \"explain\": true}"
                        .formatted(range("x", "0", "1"), range("y", "0", "x")))
                .body("steps.kind", hasItems("power", "bounds", "value"))
                .body("steps[-1].value", is(0.125f));
    }

    @Test
    void divergenceIsNotGivenAValue() {
        integrate("1/(x^2+y^2)", range("x", "0", "1") + "," + range("y", "0", "1"))
                .statusCode(200)
                .body("value", nullValue())
                .body("warnings.code", hasItem("not-converged"));
    }

    @Test
    void whatDoesNotFitIsRefusedWhereItStands() {
        integrate("x*y", range("x", "0", "1")).statusCode(422).body("errors[0].pointer", is("/ranges"));
        integrate("x", range("x", "0", "y"))
                .statusCode(422)
                .body("type", containsString("unknown-name"))
                .body("errors[0].pointer", is("/ranges/0/upper"));
        integrate("x", range("x", "0", "1") + "," + range("x", "0", "1"))
                .statusCode(422)
                .body("errors[0].pointer", is("/ranges/1/variable"));
        post("{\"expression\": \"x\", \"ranges\": []}").statusCode(400).body("errors[0].pointer", is("/ranges"));
        post("{\"expression\": \"x\", \"ranges\": [{\"variable\": \"x\", \"lower\": [], \"upper\": 1}]}")
                .statusCode(400)
                .body("errors[0].pointer", is("/ranges/0/lower"));
    }

    @Test
    void anUndefinedIntegrandIsADomainError() {
        integrate("sqrt(x*y)", range("x", "-1", "1") + "," + range("y", "0", "1"))
                .statusCode(422)
                .body("type", containsString("domain-error"));
    }

    @Test
    void whatTakesTooLongEndsAtTheDeadline() {
        String ranges = range("x", "0", "9") + "," + range("y", "0", "9") + "," + range("z", "0", "9") + ","
                + range("u", "0", "9") + "," + range("v", "0", "9");
        given().contentType(ContentType.JSON)
                .header("Prefer", "wait=1")
                .body("{\"expression\": \"sin(9*x*y*z*u*v)\", \"ranges\": [%s]}".formatted(ranges))
                .post("/v1/calculus/multiple-integral")
                .then()
                .statusCode(504)
                .body("type", containsString("deadline-exceeded"));
    }
}
