package org.mlmath.calculus.root;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NewtonIterationResourceTest {

    private static ValidatableResponse iterate(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/newton-iteration")
                .then();
    }

    @Test
    void convergenceToASimpleRootIsQuadratic() {
        iterate("{\"expression\": \"x^2 - 2\", \"start\": 1}")
                .statusCode(200)
                .body("root.toDouble()", closeTo(Math.sqrt(2), 1e-7)) // read as a float
                .body("iterates[0]", is(1))
                .body("iterates[1]", is(1.5f))
                .body("order.toDouble()", allOf(greaterThan(1.8), lessThan(2.2)))
                .body("reason", is("converged"))
                .body("derivative", is("2*x"))
                .body("history[1].value", is(0.25f))
                .body("history[1].derivative", is(3))
                .body("history[0].step", is(0.5f))
                .body("diagnostics.errorBound.toDouble()", lessThan(1e-15))
                .body("warnings", empty());
    }

    @Test
    void convergenceToAMultipleRootIsLinearAndTellsTheMultiplicity() {
        iterate("{\"expression\": \"(x - 1)^3\", \"start\": 3, \"maxIterations\": 200}")
                .body("order.toDouble()", allOf(greaterThan(0.95), lessThan(1.05)))
                .body("multiplicity", is(3))
                .body("warnings.code", contains("multiple-root"));
        iterate("{\"expression\": \"(x - 1)^3\", \"start\": 3, \"multiplicity\": 3}")
                .body("root", is(1))
                .body("iterates", hasSize(2));
        // Where the second derivative vanishes as well, convergence is cubic.
        iterate("{\"expression\": \"sin(x)\", \"start\": 1}")
                .body("order.toDouble()", greaterThan(2.5))
                .body("root", is(0));
    }

    @Test
    void everyFailureIsNamed() {
        iterate("{\"expression\": \"x^3 - 2x + 2\", \"start\": 0}")
                .body("converged", is(false))
                .body("reason", is("cycle"))
                .body("period", is(2))
                .body("root", nullValue())
                .body("warnings.code", contains("cycle"));
        // Near the cycle 0, 1 iterates are drawn into it.
        iterate("{\"expression\": \"x^3 - 2x + 2\", \"start\": 0.1}")
                .body("reason", is("cycle"))
                .body("period", is(2));
        iterate("{\"expression\": \"x^2 + 1\", \"start\": 0}").body("reason", is("flat-point"));
        iterate("{\"expression\": \"x*e^-x\", \"start\": 2, \"maxIterations\": 10000}")
                .body("reason", is("escape"));
        iterate("{\"expression\": \"1/x\", \"start\": 1, \"maxIterations\": 100}")
                .body("reason", is("escape"));
        iterate("{\"expression\": \"ln(x)\", \"start\": 3}").body("reason", is("left-domain"));
        iterate("{\"expression\": \"x^2 + 1\", \"start\": 0.3, \"maxIterations\": 30}")
                .body("reason", is("max-iterations"))
                .body("iterates", hasSize(31));
        iterate("{\"expression\": \"sqrt(x)\", \"start\": 0}").body("root", is(0));
        iterate("{\"expression\": \"cbrt(x)\", \"start\": 1, \"maxIterations\": 100}")
                .body("reason", is("escape"));
    }

    @Test
    void theWorkingShowsEveryStep() {
        iterate("{\"expression\": \"cos(x) = x\", \"start\": \"pi/4\", \"explain\": true}")
                .body("steps[0].kind", is("derivative"))
                .body("steps[1].kind", is("iterate"))
                .body("steps[-1].kind", is("converged"))
                .body("steps[-1].value.toDouble()", closeTo(0.7390851332151607, 1e-7));
        iterate("{\"expression\": \"x^2 + 1\", \"start\": 0.3, \"maxIterations\": 500, \"explain\": true}")
                .body("steps", hasSize(200))
                .body("warnings.code", hasItem("steps-truncated"));
    }

    @Test
    void whatCannotBeIteratedIsRefused() {
        iterate("{\"expression\": \"ln(x)\", \"start\": -1}")
                .statusCode(422)
                .body("errors[0].pointer", is("/start"))
                .body("type", containsString("domain-error"));
        iterate("{\"expression\": \"x\"}").statusCode(400).body("errors[0].pointer", is("/start"));
        iterate("{\"expression\": \"x\", \"start\": [1, 2]}").statusCode(422).body("errors[0].pointer", is("/start"));
        iterate("{\"expression\": \"x*y\", \"start\": 1}").statusCode(422);
        iterate("{\"expression\": \"gcd(x, 2)\", \"start\": 1}").statusCode(422);
        iterate("{\"expression\": \"x\", \"start\": 1, \"maxIterations\": 0}")
                .statusCode(400)
                .body("errors[0].pointer", is("/maxIterations"));
    }
}
