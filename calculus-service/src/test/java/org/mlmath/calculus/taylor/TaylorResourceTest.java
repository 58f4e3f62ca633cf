package org.mlmath.calculus.taylor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaylorResourceTest {

    private static ValidatableResponse taylor(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/taylor")
                .then();
    }

    @Test
    void rationalCoefficientsAreGivenAsFractionsToo() {
        taylor("{\"expression\": \"exp(x)\", \"about\": 0, \"order\": 3, \"explain\": true}")
                .statusCode(200)
                .body("polynomial", is("1 + x + x^2/2 + x^3/6"))
                .body("exact.coefficients", contains("1", "1", "1/2", "1/6"))
                .body("coefficients", hasSize(4))
                .body("latex", is("1 + x + \\frac{x^{2}}{2} + \\frac{x^{3}}{6}"))
                .body("remainder.nextCoefficient.toDouble()", closeTo(1.0 / 24, 1e-7))
                .body("steps", hasSize(5))
                .body("steps[-1].value", is("1 + x + x^2/2 + x^3/6"))
                .body("diagnostics.verified.points", is(4))
                .body("warnings", empty());
    }

    @Test
    void zerosAreKeptInOneVariable() {
        taylor("{\"expression\": \"sin(x)\", \"about\": {\"x\": 0}, \"order\": 3}")
                .body("coefficients[0]", is(0))
                .body("coefficients[1]", is(1))
                .body("coefficients[2]", is(0))
                .body("polynomial", is("x - x^3/6"));
        taylor("{\"expression\": \"5\", \"about\": [2], \"order\": 1}").body("coefficients", contains(5, 0));
    }

    @Test
    void severalVariablesGivePowersAndCoefficients() {
        taylor("{\"expression\": \"exp(x*y)\", \"about\": [0, 1], \"order\": 2}")
                .body("coefficients.powers", contains(contains(0, 0), contains(1, 0), contains(2, 0), contains(1, 1)))
                .body("coefficients[0].coefficient", is(1))
                .body("exact.coefficients", contains("1", "1", "1/2", "1"))
                .body("polynomial", is("1 + x + x^2/2 + x*(y - 1)"))
                .body("remainder", nullValue())
                .body("diagnostics.verified.points", is(3));
    }

    @Test
    void coordinatesMayBeConstantExpressions() {
        taylor("{\"expression\": \"sin(x)\", \"about\": \"pi/2\", \"order\": 2}")
                .statusCode(200)
                .body("coefficients[0]", is(1))
                .body("exact", nullValue())
                .body("about[0].toDouble()", closeTo(Math.PI / 2, 1e-6));
    }

    @Test
    void aSharedZeroIsDividedOutAndSaidSo() {
        taylor("{\"expression\": \"sin(x)/x\", \"about\": 0, \"order\": 2}")
                .statusCode(200)
                .body("polynomial", is("1 - x^2/6"))
                .body("warnings.code", contains("removable-singularity"))
                .body("diagnostics.verified.points", is(2));
    }

    @Test
    void whatHasNoPolynomialIsADomainError() {
        for (String text : new String[] {"|x|", "sqrt(x)", "1/x", "ln(x)"}) {
            taylor("{\"expression\": \"%s\", \"about\": 0, \"order\": 2}".formatted(text))
                    .statusCode(422)
                    .body("type", containsString("domain-error"))
                    .body("errors[0].pointer", is("/about"));
        }
    }

    @Test
    void fieldsAreChecked() {
        taylor("{\"expression\": \"x\", \"about\": 0, \"order\": 101}")
                .statusCode(400)
                .body("errors[0].pointer", is("/order"));
        taylor("{\"expression\": \"x\", \"order\": 1}").statusCode(400).body("errors[0].pointer", is("/about"));
        taylor("{\"expression\": \"x*y\", \"about\": 0, \"order\": 1}")
                .statusCode(422)
                .body("errors[0].pointer", is("/about"));
        taylor("{\"expression\": \"a*b*c*d\", \"about\": [1, 1, 1, 1], \"order\": 60}")
                .statusCode(422)
                .body("type", containsString("limit-exceeded"));
    }
}
