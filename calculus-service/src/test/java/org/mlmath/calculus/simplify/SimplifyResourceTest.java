package org.mlmath.calculus.simplify;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SimplifyResourceTest {
    private static ValidatableResponse simplify(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/expressions/simplify")
                .then();
    }

    @Test
    void theResultIsVerifiedAndReadable() {
        simplify("{\"expression\": \"(x^2 - 1)/(x - 1)\"}")
                .statusCode(200)
                .body("expression", is("x + 1"))
                .body("form", is("simplify"))
                .body("domain", is("x != 1"))
                .body("diagnostics.verified.points", greaterThan(8))
                .body("diagnostics.verified.largestDifference.toDouble()", lessThan(1e-12))
                .body("warnings.code", contains("domain-changed"));
    }

    @Test
    void theWorkingEndsWithTheResult() {
        simplify("{\"expression\": \"(x^3 + 1)/(x^2 - 3x + 2)\", \"form\": \"partial-fractions\", \"explain\": true}")
                .body("steps.kind", hasItem("divide"))
                .body("steps.kind", hasItem("coefficients"))
                .body("steps[-1].value", is("x + 3 - 2/(x - 1) + 9/(x - 2)"));
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        simplify("{\"expression\": \"sin(x)\", \"form\": \"partial-fractions\"}")
                .statusCode(422)
                .body("type", containsString("domain-error"))
                .body("errors[0].pointer", is("/expression"));
        simplify("{\"expression\": \"1/(x*y)\", \"form\": \"partial-fractions\"}")
                .statusCode(422)
                .body("errors[0].pointer", is("/variable"));
        simplify("{\"expression\": \"x\", \"form\": \"shorter\"}")
                .statusCode(400)
                .body("errors[0].pointer", is("/form"));
        simplify("{\"form\": \"expand\"}").statusCode(400).body("errors[0].pointer", is("/expression"));
        simplify("{\"expression\": \"(x + y + z)^900\", \"form\": \"expand\"}")
                .statusCode(422)
                .body("type", containsString("limit-exceeded"));
    }

    @Test
    void hostileNumbersAreLeftAsTheyStand() {
        simplify("{\"expression\": \"10^10^10\"}").statusCode(200).body("expression", is("10^10^10"));
        simplify("{\"expression\": \"binomial(2e7, 1e7)\"}").statusCode(200);
    }
}
