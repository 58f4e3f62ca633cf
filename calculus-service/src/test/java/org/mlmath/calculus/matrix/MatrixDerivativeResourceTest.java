package org.mlmath.calculus.matrix;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MatrixDerivativeResourceTest {

    private static ValidatableResponse derive(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/matrix-derivative")
                .then();
    }

    @Test
    void aQuadraticFormHasItsGradientInMatrixForm() {
        derive("""
                {"expression": "x'*A*x", "symbols": {"A": [2, 2], "x": [2]}, "variable": "x",
                 "at": {"A": [[1, 2], [3, 4]], "x": [1, -1]}, "explain": true}""")
                .statusCode(200)
                .body("derivative", is("(A + A')*x"))
                .body("latex", is("\\left(A + A^{\\top}\\right) x"))
                .body("layout", is("denominator"))
                .body("shape", contains(2, 1))
                .body("value", contains(-3, -3))
                .body("functionValue", is(0))
                .body("steps.kind", hasItems("product", "transpose", "variable"))
                .body("steps[-1].value", is("(A + A')*x"))
                .body("diagnostics.verified.points", is(6))
                .body("diagnostics.verified.largestDifference.toDouble()", lessThan(1e-8))
                .body("warnings", empty());
    }

    @Test
    void derivativesByMatricesHaveTheirShape() {
        derive("""
                {"expression": "log(det(X))", "symbols": {"X": [2, 2]}, "variable": "X", "at": {"X": [[2, 1], [0, 4]]}}""")
                .statusCode(200)
                .body("derivative", is("inv(X')"))
                .body("value[0]", contains(0.5f, 0))
                .body("value[1]", contains(-0.125f, 0.25f));
        derive("""
                {"expression": "c^2*norm(x)", "symbols": {"c": [], "x": [2]}, "variable": "c", "at": {"c": 3, "x": [3, "4"]}}""").body("value", is(30));
    }

    @Test
    void vectorsHaveTheirJacobianMatrix() {
        derive(
                        "{\"expression\": \"M*x - b\", \"symbols\": {\"M\": [3, 2], \"x\": [2], \"b\": [3]}, \"variable\": \"x\"}")
                .statusCode(200)
                .body("derivative", is("M"))
                .body("layout", is("numerator"))
                .body("shape", contains(3, 2));
    }

    @Test
    void failuresNameShapesAndPlaces() {
        derive("{\"expression\": \"x'*A*x\", \"symbols\": {\"A\": [3, 3], \"x\": [2]}, \"variable\": \"x\"}")
                .statusCode(422)
                .body("type", containsString("dimension-mismatch"))
                .body("detail", containsString("1×2 by 3×3"))
                .body("start", is(0))
                .body("end", is(4))
                .body("errors[0].pointer", is("/expression"));
        derive("{\"expression\": \"y'*x\", \"symbols\": {\"x\": [2]}, \"variable\": \"x\"}")
                .statusCode(422)
                .body("type", containsString("unknown-name"));
        derive("{\"expression\": \"x'*x\", \"symbols\": {\"x\": [2]}, \"variable\": \"z\"}")
                .statusCode(422)
                .body("errors[0].pointer", is("/variable"));
        derive("{\"expression\": \"x'*x\", \"symbols\": {\"x\": [0]}, \"variable\": \"x\"}")
                .statusCode(422)
                .body("errors[0].pointer", is("/symbols/x"));
        derive("{\"expression\": \"x*x'\", \"symbols\": {\"x\": [2]}, \"variable\": \"x\"}")
                .statusCode(422)
                .body("type", containsString("domain-error"));
        derive("{\"expression\": \"x'*x\", \"symbols\": {\"x\": [2]}, \"variable\": \"x\", \"at\": {\"x\": [1, 2, 3]}}")
                .statusCode(422)
                .body("errors[0].pointer", is("/at/x"));
        derive("{\"expression\": \"norm(x)\", \"symbols\": {\"x\": [2]}, \"variable\": \"x\", \"at\": {\"x\": [0, 0]}}")
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/at"));
        derive(
                        "{\"expression\": \"x'*x\", \"symbols\": {\"x\": [2]}, \"variable\": \"x\", \"at\": {\"x\": [[1], [2, 3]]}}")
                .statusCode(400)
                .body("errors[0].pointer", startsWith("/at/x"));
        derive(
                        "{\"expression\": \"x'*S*x\", \"symbols\": {\"x\": [2], \"S\": [2, 2]}, \"symmetric\": [\"x\"], \"variable\": \"x\"}")
                .statusCode(422)
                .body("errors[0].pointer", is("/symmetric/0"));
        derive(
                        "{\"expression\": \"x'*S*x\", \"symbols\": {\"x\": [2], \"S\": [2, 2]}, \"symmetric\": [\"S\"], \"variable\": \"x\", \"at\": {\"x\": [1, 2], \"S\": [[1, 2], [3, 4]]}}")
                .statusCode(422)
                .body("errors[0].pointer", is("/at/S"));
    }

    @Test
    void longWorkingIsTruncated() {
        derive(
                        "{\"expression\": \"%sx'*x\", \"symbols\": {\"x\": [2], \"A\": [2, 2]}, \"variable\": \"x\", \"explain\": true}"
                                .formatted(manyTerms()))
                .statusCode(200)
                .body("steps", hasSize(200))
                .body("warnings.code", hasItems("steps-truncated"));
    }

    private static String manyTerms() {
        StringBuilder terms = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            terms.append("exp(%d*x'*x) + ".formatted(-i));
        }
        return terms.toString();
    }
}
