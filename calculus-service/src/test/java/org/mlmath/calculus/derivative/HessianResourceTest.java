package org.mlmath.calculus.derivative;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HessianResourceTest {

    private static ValidatableResponse hessian(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/hessian")
                .then();
    }

    @Test
    void secondDerivativesAreSimplifiedAndClassified() {
        hessian("{\"expression\": \"x^2*y + exp(y)\", \"at\": [1, 0]}")
                .statusCode(200)
                .body("hessian[0]", contains("2*y", "2*x"))
                .body("hessian[1]", contains("2*x", "e^y"))
                .body("value[0]", contains(0, 2))
                .body("value[1]", contains(2, 1))
                .body("gradient", contains(0, 2))
                .body("functionValue", is(1))
                .body("definiteness", is("indefinite"))
                .body("diagnostics.definitenessDecidedBy", is("tolerance"))
                .body("warnings", empty());
    }

    @Test
    void zeroEigenvaluesOfRationalMatricesAreExactlyZero() {
        hessian("{\"expression\": \"(x/3 + y/7)^2\", \"at\": [0.1, 0.7]}")
                .body("definiteness", is("positive-semidefinite"))
                .body("eigenvalues[0]", is(0))
                .body("diagnostics.definitenessDecidedBy", is("exact"));
        hessian("{\"expression\": \"-(x - y)^2\", \"at\": [0, 0]}").body("definiteness", is("negative-semidefinite"));
        hessian("{\"expression\": \"x + y\", \"at\": [0, 0]}").body("definiteness", is("positive-semidefinite"));
        hessian("{\"expression\": \"exp(x/3 + y/7)\", \"at\": [1, 2]}")
                .body("definiteness", is("positive-semidefinite"));
    }

    @Test
    void secondDerivativesThatDoNotExistAreNullAndLeaveNoVerdict() {
        hessian("{\"expression\": \"x^1.5 + y^2\", \"at\": [0, 1]}")
                .statusCode(200)
                .body("value[0][0]", nullValue())
                .body("value[1][1]", is(2))
                .body("definiteness", nullValue())
                .body("warnings.code", contains("undefined-values"));
    }

    @Test
    void kinksAreFlagged() {
        hessian("{\"expression\": \"x*|x|\", \"at\": [0]}").body("warnings.code", hasItems("not-smooth"));
    }

    @Test
    void theWorkingEndsWithTheDefiniteness() {
        hessian("{\"expression\": \"x^2 + y^2\", \"at\": [1, 1], \"explain\": true}")
                .body("steps.kind", hasItems("power", "next-order", "hessian"))
                .body("steps[-1].kind", is("definiteness"))
                .body("steps[-1].detail", containsString("positive definite"))
                .body("steps[-1].value[0]", contains(2, 0));
    }

    @Test
    void aPointOutsideTheDomainIsADomainError() {
        hessian("{\"expression\": \"ln(x)\", \"at\": [-1]}")
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/at"));
    }

    @Test
    void sizeIsLimitedAndTextIsChecked() {
        String many = IntStream.rangeClosed(1, 101).mapToObj(i -> "x_" + i).collect(Collectors.joining("+"));
        hessian("{\"expression\": \"%s\"}".formatted(many))
                .statusCode(422)
                .body("type", containsString("limit-exceeded"))
                .body("errors[0].pointer", is("/expression"));
        hessian("{\"expression\": \"x +\"}").statusCode(422).body("errors[0].pointer", is("/expression"));
        hessian("{}").statusCode(400).body("errors[0].pointer", is("/expression"));
        hessian("{\"expression\": \"3\", \"at\": []}").statusCode(200).body("hessian", empty());
    }
}
