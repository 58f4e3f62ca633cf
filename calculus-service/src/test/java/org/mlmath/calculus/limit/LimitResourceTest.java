package org.mlmath.calculus.limit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LimitResourceTest {
    private static ValidatableResponse limit(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/limit")
                .then();
    }

    @Test
    void theLimitIsExactVerifiedAndExplained() {
        limit("{\"expression\": \"sin(x)/x\", \"to\": 0, \"explain\": true}")
                .statusCode(200)
                .body("exists", is(true))
                .body("value", is(1))
                .body("exact", is("1"))
                .body("diagnostics.verified", is(true))
                .body("steps.kind", hasItems("lhopital", "limit-laws"))
                .body("steps[-1].value.toDouble()", is(1.0));
    }

    @Test
    void boundsAreNumbersFormulasAndInfinities() {
        limit("{\"expression\": \"cos(x)/(x - pi/2)\", \"to\": \"pi/2\"}").body("value", is(-1));
        limit("{\"expression\": \"e^x\", \"to\": \"-Infinity\"}").body("value", is(0));
        limit("{\"expression\": \"1/x^2\", \"to\": 0}")
                .body("value", is("Infinity"))
                .body("exact", is("inf"));
        limit("{\"expression\": \"x^2\", \"to\": 0.1}").body("exact", is("0.01"));
    }

    @Test
    void noLimitIsAnAnswer() {
        limit("{\"expression\": \"sin(1/x)\", \"to\": 0}")
                .statusCode(200)
                .body("exists", is(false))
                .body("value", nullValue());
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        limit("{\"expression\": \"sqrt(-1-x^2)\", \"to\": 0}")
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/expression"));
        limit("{\"expression\": \"x*y\", \"to\": 0}").statusCode(422).body("errors[0].pointer", is("/variable"));
        limit("{\"expression\": \"x\", \"to\": \"a\"}").statusCode(422).body("errors[0].pointer", is("/to"));
        limit("{\"expression\": \"x\", \"to\": []}").statusCode(400).body("errors[0].pointer", is("/to"));
        limit("{\"expression\": \"x\"}").statusCode(400).body("errors[0].pointer", is("/to"));
        limit("{\"expression\": \"x\", \"to\": 0, \"side\": \"above\"}")
                .statusCode(400)
                .body("errors[0].pointer", is("/side"));
    }
}
