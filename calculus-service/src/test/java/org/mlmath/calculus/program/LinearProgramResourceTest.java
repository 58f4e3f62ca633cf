package org.mlmath.calculus.program;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LinearProgramResourceTest {
    private static ValidatableResponse solve(String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/calculus/optimization/linear-program")
                .then();
    }

    @Test
    void theDualOfAMaximumIsWhatConstraintsAreWorth() {
        solve("{\"c\": [3, 5], \"aUb\": [[1, 0], [0, 2], [3, 2]], \"bUb\": [4, 12, 18], \"maximize\": true}")
                .statusCode(200)
                .body("status", is("optimal"))
                .body("point", contains(2, 6))
                .body("value", is(36))
                .body("dual[1]", is(1.5f))
                .body("slack", contains(2, 0, 0))
                .body("shadowPrices[1]", is(1.5f))
                .body("unique", is(true))
                .body("diagnostics.dualityGap", is(0));
        // The same as a minimum: the multipliers stay, the prices change their sign.
        solve("{\"c\": [-3, -5], \"aUb\": [[1, 0], [0, 2], [3, 2]], \"bUb\": [4, 12, 18]}")
                .body("value", is(-36))
                .body("dual[1]", is(1.5f))
                .body("shadowPrices[1]", is(-1.5f));
    }

    @Test
    void boundsComeInPairsOrOneForAll() {
        solve("{\"c\": [1, -1], \"bounds\": [[-2, null], [null, \"pi\"]]}")
                .body("point[0]", is(-2))
                .body("point[1].toDouble()", closeTo(Math.PI, 1e-6));
        solve("{\"c\": [1, -1], \"bounds\": [-1, 1]}").body("point", contains(-1, 1));
        solve("{\"c\": [1, -1], \"bounds\": [\"-Infinity\", \"Infinity\"]}").body("status", is("unbounded"));
        solve("{\"c\": [1], \"bounds\": [[3, 2]]}")
                .body("status", is("infeasible"))
                .body("certificate.violation", is(1));
    }

    @Test
    void withoutAnOptimumThereIsAProof() {
        solve("{\"c\": [1, 1], \"aUb\": [[1, 1], [-1, 0]], \"bUb\": [2, -3]}")
                .statusCode(200)
                .body("status", is("infeasible"))
                .body("point", nullValue())
                .body("value", nullValue())
                .body("certificate.kind", is("contradiction"))
                .body("certificate.violation", greaterThan(0));
        solve("{\"c\": [1, 0], \"aUb\": [[-1, 1]], \"bUb\": [1], \"maximize\": true}")
                .body("status", is("unbounded"))
                .body("value", is("Infinity"))
                .body("certificate.kind", is("ray"))
                .body("certificate.slope", greaterThan(0));
    }

    @Test
    void severalOptimaAreSaid() {
        solve("{\"c\": [-1, -1], \"aUb\": [[1, 1]], \"bUb\": [1]}")
                .body("value", is(-1))
                .body("warnings.code", contains("not-unique"))
                .body("warnings.detail", not(contains(containsString("far away"))));
    }

    /** As HiGHS 1.2 answers too: with a vertex, of which there are none nearer by. */
    @Test
    void anOptimumAtABoundFarAwayThatNothingHoldsItToIsSaidToBeThat() {
        solve(
                        "{\"c\": [0, 1, 0], \"aUb\": [[1, 0, -1]], \"bUb\": [5], \"bounds\": [[-1e9, 1e9], [2e7, null], [-1e9, 1e9]]}")
                .body("value", is(20000000))
                .body("unique", is(false))
                .body(
                        "warnings.detail",
                        contains(containsString("are x[0] = -1.000e+09, x[2] = -1.000e+09: narrower")));
        solve("{\"c\": [1, 1], \"bounds\": [[-1e9, 1e9], [-1e9, 1e9]]}").body("warnings", empty());
    }

    @Test
    void theLastStepIsTheValue() {
        solve("{\"c\": [-1, -2], \"aUb\": [[1, 1]], \"bUb\": [3], \"explain\": true}")
                .body("steps[-1].kind", is("optimal"))
                .body("steps[-1].value", is(-6));
    }

    @Test
    void mistakesAreNamedWhereTheyAre() {
        solve("{\"c\": [1, 1], \"aUb\": [[1, 1, 1]], \"bUb\": [2]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/aUb"));
        solve("{\"c\": [1, 1], \"aUb\": [[1, 1]]}").statusCode(422).body("errors[0].pointer", is("/bUb"));
        solve("{\"c\": [1, 1], \"aEq\": [[1, 1]], \"bEq\": [2, 3]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/bEq"));
        solve("{\"c\": [1, 1], \"bounds\": [[0, 1]]}").statusCode(422).body("errors[0].pointer", is("/bounds"));
        solve("{\"c\": [1, 1], \"bounds\": [[0]]}").statusCode(400);
        solve("{\"c\": [1, 1], \"bounds\": [[0, 1, 2], [0, 1]]}").statusCode(400);
        solve("{\"c\": [1, 1], \"bounds\": [[0, true], [0, 1]]}").statusCode(400);
        solve("{\"c\": [1], \"bounds\": [[\"Infinity\", null]]}").statusCode(400);
        solve("{\"c\": []}").statusCode(422);
        solve("{}").statusCode(400);
    }
}
